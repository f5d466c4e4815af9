// What requests go through before and after their routes: Hono's own middleware, wherever there is one.
import type { Hono, MiddlewareHandler } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { cors } from "hono/cors";
import { RETAINED_304_HEADERS, etag } from "hono/etag";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { timing } from "hono/timing";
import type { Env, Services } from "./app.ts";
import { readToEnd } from "./body.ts";
import { Problem, answerProblem } from "./problems.ts";
import { report } from "./report.ts";

const CORS = {
  allowMethods: ["GET", "HEAD", "POST"],
  allowHeaders: ["authorization", "content-type", "if-match", "if-none-match", "x-request-id"],
  exposeHeaders: ["etag", "location", "retry-after", "x-request-id"],
  // More than two hours no browser takes.
  maxAge: 7200,
};

/** Headers that say something about pages only. */
const OF_PAGES = {
  crossOriginOpenerPolicy: false, originAgentCluster: false, xDnsPrefetchControl: false, xDownloadOptions: false, xFrameOptions: false,
  xPermittedCrossDomainPolicies: false, xXssProtection: false,
};

/** For every request. */
export function useMiddleware(app: Hono<Env>, { allowedOrigins = [], onRequest, maxBytes, maxMilliseconds }: Services): void {
  app.onError(answerProblem);
  app.notFound((c) => answerProblem(new Problem(404, "not_found", `there is nothing at ${c.req.path}`), c));
  app.use(report(onRequest), requestId(), timing(), secureHeaders(OF_PAGES));
  if (allowedOrigins.length > 0) app.use(cors({ ...CORS, origin: allowedOrigins }));
  app.use(methodNotAllowed({ app, onMethodNotAllowed }), readToEnd({ maxBytes, maxMilliseconds }));
}

function onMethodNotAllowed(_: unknown, methods: string[]): never {
  const allow = methods.join(", ");
  throw new Problem(405, "method_not_allowed", `this path takes ${allow}`, { headers: { allow } });
}

/** 304 for who has the answer already; in addition to what RFC 9110 asks for, it keeps what every answer has. */
export const known = etag({ retainedHeaders: [...RETAINED_304_HEADERS, "access-control-allow-origin", "access-control-expose-headers", "x-request-id"] });

/** 429 for who asks too often. */
export function limitRate(isWithinRate: Services["isWithinRate"] = async () => true): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (!(await isWithinRate(c.req.raw))) throw new Problem(429, "too_many_requests", "too many requests in a short time", { headers: { "retry-after": "60" } });
    await next();
  };
}

/** Who bears the secret may go on. It is compared in constant time. */
export function authorize(token: string | undefined): MiddlewareHandler<Env> {
  if (token === undefined) return () => { throw new Problem(503, "no_write_token", "no write token is configured, so nothing can be written"); };
  const refuse = (detail: string, challenge: string) => ({
    message: () => { throw new Problem(401, "unauthorized", detail, { headers: { "www-authenticate": challenge } }); },
  });
  const missing = refuse("a bearer token is needed", 'Bearer realm="coverages"');
  const wrong = refuse("the token is wrong", 'Bearer realm="coverages", error="invalid_token"');
  return bearerAuth({ token, noAuthenticationHeader: missing, invalidAuthenticationHeader: missing, invalidToken: wrong });
}

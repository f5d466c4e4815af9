// What became of a request, for those who run the service.
import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Env } from "./app.ts";

export interface Answered {
  method: string;
  /** The route, such as `/coverages/:name`; null where no route takes the request. */
  route: string | null;
  path: string;
  status: number;
  /** On Workers time only goes on while something is waited for: what is computed takes 0 ms. */
  ms: number;
  /** That of the problem; null where there is none. */
  code: string | null;
  /** That of the request, as the answer has it. */
  id: string;
  /** What was thrown, where something was. */
  error: Error | undefined;
}

export type OnRequest = (answered: Answered) => void;

/** Answers of 500 and above, a line of JSON each. */
export function logFaults({ error, ...answered }: Answered): void {
  if (answered.status >= 500) console.error(JSON.stringify({ ...answered, error: error?.stack }));
}

/** Tells `onRequest` of every answer. What it throws stays here. */
export function report(onRequest: OnRequest = logFaults): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now();
    await next();
    const { method, path } = c.req;
    const [code = null, id] = [c.get("code"), c.get("requestId")];
    // Middleware is of all methods.
    const route = matchedRoutes(c).findLast(({ method }) => method !== "ALL")?.path ?? null;
    try {
      onRequest({ method, route, path, status: c.res.status, ms: performance.now() - started, code, id, error: c.error });
    } catch (error) {
      console.error(error);
    }
  };
}

// The body of a request: JSON, of a bounded size, within a bounded time.
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { timeout } from "hono/timeout";
import type { Env } from "./app.ts";
import { Problem } from "./problems.ts";

export interface Limits {
  /** Bytes that a body may have. */
  maxBytes: number;
  /** How long a body may take to arrive. */
  maxMilliseconds: number;
}

/** Brings the bytes of a JSON body to `c.get("bytes")`. */
export function jsonBody({ maxBytes, maxMilliseconds }: Limits): MiddlewareHandler<Env> {
  const late = new Problem(408, "request_timeout", `the body did not arrive within ${maxMilliseconds} ms`, { headers: { connection: "close" } });
  const large = new Problem(413, "too_large", `the body has more than ${maxBytes} bytes`);
  const inTime = timeout(maxMilliseconds, late);
  const inSize = bodyLimit({ maxSize: maxBytes, onError: () => { throw large; } });
  const read = async (c: Context<Env>) => {
    await inSize(c, async () => c.set("bytes", await c.req.bytes()));
    // Hono believes a length that is announced; a server may let another one pass.
    if (c.get("bytes").length > maxBytes) throw large;
  };
  return async (c, next) => {
    requireJson(c);
    await inTime(c, () => read(c)).catch(unlessProblem);
    await next();
  };
}

function unlessProblem(error: unknown): never {
  throw error instanceof Problem ? error : new Problem(400, "incomplete_body", "the body ended before it was whole");
}

/** RFC 9110, 15.5.16: 415, with what would be taken. */
function requireJson(c: Context<Env>): void {
  const coding = (c.req.header("content-encoding") ?? "identity").trim().toLowerCase();
  if (coding !== "identity") {
    throw new Problem(415, "unsupported_media_type", "a compressed body is not taken", { headers: { "accept-encoding": "identity" } });
  }
  const [type, ...parameters] = (c.req.header("content-type") ?? "").toLowerCase().split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (type !== "application/json" || (charset !== undefined && charset.replaceAll('"', "") !== "charset=utf-8")) {
    throw new Problem(415, "unsupported_media_type", "the body is application/json, in UTF-8", { headers: { accept: "application/json" } });
  }
}

/** A client that is still sending may never see an answer: before a refusal the rest of the body is read, and forgotten. */
export function readToEnd({ maxMilliseconds }: Limits): MiddlewareHandler<Env> {
  const inTime = timeout(maxMilliseconds);
  return async (c, next) => {
    const { raw } = c.req;
    // Hono's bodyLimit reads a body of unknown length itself and, where it is too long, leaves it locked: it is given another stream.
    const reader = raw.headers.has("content-length") ? undefined : raw.body?.getReader();
    if (reader !== undefined) c.req.raw = new Request(raw, { body: streamOf(reader), duplex: "half" } as RequestInit);
    await next();
    const rest = reader ?? (raw.bodyUsed ? undefined : raw.body?.getReader());
    if (rest === undefined || c.res.status === 408) return;
    await inTime(c, async () => { while (!(await rest.read()).done); }).catch(() => undefined);
  };
}

/** It reads nothing ahead: on workerd a reader has one read at a time, and whoever reads the rest would be refused. */
function streamOf(reader: ReadableStreamDefaultReader<Uint8Array>): ReadableStream<Uint8Array> {
  const source: UnderlyingDefaultSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  };
  return new ReadableStream(source, { highWaterMark: 0 });
}

// What goes wrong, as `application/problem+json` (RFC 9457): with the code of the first diagnostic, and all diagnostics.
import { CoverageError } from "care-coverage";
import type { Diagnostic } from "care-coverage";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";

type Status = keyof typeof TITLES;

interface More {
  headers?: Record<string, string>;
  diagnostics?: readonly Diagnostic[];
}

/** An answer that is an error. `code` is stable, as those of diagnostics are; `detail` is for people. */
export class Problem extends HTTPException {
  override readonly status: Status;
  readonly code: string;
  readonly headers: Record<string, string>;
  readonly diagnostics: readonly Diagnostic[];

  constructor(status: Status, code: string, detail: string, { headers = {}, diagnostics = [] }: More = {}) {
    super(status, { message: detail });
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.diagnostics = diagnostics;
  }
}

const TITLES = {
  400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
  412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content",
  429: "Too Many Requests", 500: "Internal Server Error", 503: "Service Unavailable",
} as const;

/** The status of a CoverageError; what is not listed is a document that was understood and cannot be used. */
const STATUS: Record<string, Status> = {
  invalid_json: 400,
  unknown_coverage: 404,
  unknown_version: 404,
  version_exists: 409,
  version_not_next: 409,
  version_not_one: 409,
  too_large: 413,
  internal: 500,
  // A document of this size fits: it was what is kept in addition to it that left too little memory, and that is gone now.
  out_of_memory: 503,
  stale: 503,
};

/** Whether the engine failed, and not what was handed in. */
export function isFault({ code }: CoverageError): boolean {
  return (STATUS[code] ?? 422) >= 500;
}

/** The answer to whatever was thrown. */
export function answerProblem(error: unknown, c: Context): Response {
  const { status, code, message, headers, diagnostics } = problemOf(error);
  c.set("code", code);
  const body = { type: `urn:care-coverage:problem:${code}`, title: TITLES[status], status, detail: message, code, diagnostics };
  return c.body(JSON.stringify(body), status, { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" });
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  // What happened is for those who run the service: `onRequest` has it.
  if (!(error instanceof CoverageError)) return new Problem(500, "internal_error", "the request could not be carried out");
  const { code, message, diagnostics } = error;
  const status = STATUS[code] ?? 422;
  return new Problem(status, code, message, { diagnostics, ...(status === 503 && { headers: { "retry-after": "1" } }) });
}

// What goes wrong, as `application/problem+json` (RFC 9457): with the code of the first diagnostic, and all diagnostics.
import { CoverageError } from "care-coverage";

/** An answer that is an error. `code` is stable, as those of diagnostics are; `detail` is for people. */
export class Problem extends Error {
  constructor(status, code, detail, { headers = {}, diagnostics = [] } = {}) {
    super(detail);
    Object.assign(this, { status, code, headers, diagnostics });
  }

  response() {
    const { status, code, message, headers, diagnostics } = this;
    const title = TITLES[status];
    const body = { type: `urn:care-coverage:problem:${code}`, title, status, detail: message, code, diagnostics };
    return new Response(JSON.stringify(body), { status, headers: { ...headers, "content-type": "application/problem+json", "cache-control": "no-store" } });
  }
}

const TITLES = {
  400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed", 408: "Request Timeout", 409: "Conflict",
  412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content",
  500: "Internal Server Error", 503: "Service Unavailable",
};

/** The status of a CoverageError; what is not listed is a document that was understood and cannot be used. */
const STATUS = {
  invalid_json: 400,
  unknown_coverage: 404,
  unknown_version: 404,
  version_exists: 409,
  version_not_next: 409,
  version_not_one: 409,
  too_large: 413,
};

/** The answer to whatever was thrown. */
export function problemOf(error) {
  if (error instanceof Problem) return error.response();
  if (error instanceof CoverageError) {
    const { code, message, diagnostics } = error;
    return new Problem(STATUS[code] ?? 422, code, message, { diagnostics }).response();
  }
  // What happened is for those who run the service.
  console.error(error);
  return new Problem(500, "internal_error", "the request could not be carried out").response();
}

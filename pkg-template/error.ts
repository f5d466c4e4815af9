// What is thrown for an input that cannot be used.
import type * as api from "./care-coverage";

/** An input that cannot be used. */
export class CoverageError extends Error implements api.CoverageError {
  readonly code: string;
  readonly diagnostics: api.Diagnostic[];

  constructor(diagnostics: api.Diagnostic[], options?: { cause: unknown }) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const first = errors[0] ?? diagnostics[0];
    const place = first?.pointer ? ` at \`${first.pointer}\`` : "";
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    super(`${first?.message ?? "the input cannot be used"}${place}${more}`, options);
    this.name = "CoverageError";
    this.code = first?.code ?? "unusable";
    this.diagnostics = diagnostics;
  }
}

export function unusable(code: string, message: string): CoverageError {
  return new CoverageError([problem(code, message, "")]);
}

export function problem(code: string, message: string, pointer: string): api.Diagnostic {
  return { code, severity: "error", message, pointer, related: [], fix: null };
}

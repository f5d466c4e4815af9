// What is thrown for an input that cannot be used.
import type * as api from "./care-coverage";

/** An input that cannot be used. */
export class CoverageError extends Error implements api.CoverageError {
  readonly code: api.DiagnosticCode;
  readonly diagnostics: api.Diagnostic[];

  constructor(diagnostics: api.Diagnostic[], options?: { cause: unknown }) {
    const errors = diagnostics.filter((diagnostic) => diagnostic.severity === "error");
    const first = errors[0] ?? diagnostics[0];
    const place = first?.pointer ? ` at \`${first.pointer}\`` : "";
    const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
    super(`${first?.message ?? "the input cannot be used"}${place}${more}`, options);
    this.name = "CoverageError";
    this.code = first?.code ?? "internal";
    this.diagnostics = diagnostics;
  }

  /** An error's message is no property that is enumerated. */
  toJSON(): ReturnType<api.CoverageError["toJSON"]> {
    const { name, code, message, diagnostics } = this;
    return { name, code, message, diagnostics };
  }
}

/** The same in every copy of the package: `import` and `require` in one program are two. */
const BRAND = Symbol.for("care-coverage.error");

Object.defineProperty(CoverageError.prototype, BRAND, { value: true });
Object.defineProperty(CoverageError, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    // A class of somebody else that extends it has instances of its own.
    if (this !== CoverageError) return Function.prototype[Symbol.hasInstance].call(this as Function, value);
    return typeof value === "object" && value !== null && BRAND in value;
  },
});

/** `params` are the values of the code's first sentence; what is said without them is said of the call, in English alone. */
export function unusable<C extends api.DiagnosticCode>(code: C, message: string, params?: api.Diagnostic<C>["params"]): CoverageError {
  return new CoverageError([problem(code, message, "", params)]);
}

export function problem<C extends api.DiagnosticCode>(code: C, message: string, pointer: string, params?: api.Diagnostic<C>["params"]): api.Diagnostic {
  const variant = params === undefined ? "call" : "";
  return { code, severity: "error", message, variant, params: params ?? {}, pointer, related: [], fix: null, fix_title: null } as api.Diagnostic;
}

const OF_ENGINE = new Set(["freed", "stale", "out_of_memory", "internal"]);

/** Whether it was thrown because an input cannot be used, and not because nothing could be asked. */
export function isRefusal(thrown: unknown): thrown is CoverageError {
  return thrown instanceof CoverageError && !OF_ENGINE.has(thrown.code);
}

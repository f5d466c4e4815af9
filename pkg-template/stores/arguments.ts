// The arguments of a store that are no payload. Whatever is handed in, an argument that cannot be used is a CoverageError.
import { CoverageError } from "care-coverage";
import type { CareTypeCatalog, CoverageStoreOptions, Diagnostic, DiagnosticCode } from "care-coverage";

/** `params` are the values of the code's first sentence; what is said without them is said of the call, in English alone. */
export function unusable<C extends DiagnosticCode>(code: C, message: string, params?: Diagnostic<C>["params"]): CoverageError {
  const variant = params === undefined ? "call" : "";
  const problem = { code, severity: "error", message, variant, params: params ?? {}, pointer: "", related: [], fix: null, fix_title: null };
  return new CoverageError([problem as Diagnostic]);
}

export function nameOf(value: unknown): string {
  if (typeof value !== "string") throw unusable("wrong_type", "coverageShortName: expected a string");
  return value;
}

export function versionOf(value: unknown): number {
  if (!Number.isSafeInteger(value)) throw unusable("wrong_type", "version: expected an integer up to 9007199254740991");
  return value as number;
}

/** Whether `{ commit?: boolean | null }` asks for a commit: unless it is false. */
export function commitOf(options: unknown): boolean {
  if (options === undefined) return true;
  const fields = fieldsOf(options);
  if (fields === "unreadable") throw unusable("unreadable_value", "options: reading this value threw");
  if (fields === "not plain") throw unusable("wrong_type", "options: expected an object");
  const { commit = null, ...others } = fields;
  const [other] = Object.keys(others);
  if (other !== undefined) throw unusable("unknown_field", `options: unknown field \`${other}\``);
  if (commit !== null && typeof commit !== "boolean") throw unusable("wrong_type", "options: `commit` is a boolean");
  return commit !== false;
}

/** The own fields of a plain object of any realm, each read once. */
function fieldsOf(value: unknown): Record<string, unknown> | "unreadable" | "not plain" {
  if (typeof value !== "object" || value === null) return "not plain";
  try {
    const prototype = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null ? { ...value } : "not plain";
  } catch {
    return "unreadable";
  }
}

/** The catalogue of the options. One of the package's CommonJS copy is as good, so its class is not asked. */
export function catalogOf(options: CoverageStoreOptions): CareTypeCatalog | null {
  const { catalog } = options;
  if (catalog === undefined) return null;
  if (typeof catalog?.validateCoverage !== "function") throw unusable("wrong_type", "options: `catalog` is a CareTypeCatalog");
  return catalog;
}

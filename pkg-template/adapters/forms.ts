// Problems under the fields of a form: as rjsf, JSON Forms and react-hook-form take them.
import type { Diagnostic } from "../care-coverage";
import type * as api from "../care-coverage-forms";

/** The problems of a form, each with the steps to its place, below the part that the form is of. */
function placed(diagnostics: readonly Diagnostic[], { severities = ["error"], within = "" }: api.FormOptions = {}): { steps: string[]; problem: Diagnostic }[] {
  const isIn = ({ pointer }: Diagnostic) => pointer === within || pointer.startsWith(`${within}/`);
  return diagnostics.filter((one) => severities.includes(one.severity) && isIn(one)).map((problem) => ({ steps: stepsOf(problem.pointer.slice(within.length)), problem }));
}

const stepsOf = (pointer: string) => pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));

/** Forms show no Markdown. */
const plain = (message: string) => message.replaceAll("`", "");

export function toRjsfErrors(diagnostics: readonly Diagnostic[], options?: api.FormOptions): api.RjsfErrors {
  const root: api.RjsfErrors = {};
  for (const { steps, problem } of placed(diagnostics, options)) {
    let at = root;
    for (const step of steps) at = own(at, step) ?? put(at, step, {});
    put(at, "__errors", [...(own(at, "__errors") ?? []), plain(problem.message)]);
  }
  return root;
}

export function toJsonFormsErrors(diagnostics: readonly Diagnostic[], options?: api.FormOptions): api.JsonFormsError[] {
  const { within = "" } = options ?? {};
  return placed(diagnostics, options).map(({ problem: { pointer, code, message } }) => ({ instancePath: pointer.slice(within.length), schemaPath: "", keyword: code, params: {}, parentSchema: { type: "object" as const }, message: plain(message) }));
}

export function toFormResolver<T extends object>(validate: (values: T) => readonly Diagnostic[] | Promise<readonly Diagnostic[]>, options?: api.FormOptions): api.FormResolver<T> {
  return async (values, _context, { fields = {}, criteriaMode } = {}) => {
    const found = placed(await validate(values), options);
    if (found.length === 0) return { values, errors: {} };
    const errors: Record<string, unknown> = {};
    for (const { steps, problem: { code, message } } of found) {
      // What is wrong with a list or an object as a whole is kept apart from what is wrong within.
      const path = isContainer(valueAt(values, steps)) ? [...steps, "root"] : steps;
      const before = valueAt(errors, path) as { types: object } | undefined;
      const ref = (valueAt(fields, steps) as { _f?: { ref?: unknown }; ref?: unknown } | undefined)?.ref;
      const types = { ...before?.types, [code]: plain(message) };
      if (before && criteriaMode !== "all") continue;
      setAt(errors, path, before ? { ...before, types } : { type: code, message: plain(message), ...(ref !== undefined && { ref }), ...(criteriaMode === "all" && { types }) });
    }
    return { values: {}, errors };
  };
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;

function valueAt(value: unknown, steps: readonly string[]): unknown {
  return steps.reduce((at: unknown, step) => (isContainer(at) ? own(at as Record<string, unknown>, step) : undefined), value);
}

/** With lists where the next step is a position. */
function setAt(root: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = root;
  path.slice(0, -1).forEach((step, index) => {
    at = (own(at, step) as Record<string, unknown> | undefined) ?? (put(at, step, /^\d+$/.test(path[index + 1]!) ? [] : {}) as Record<string, unknown>);
  });
  put(at, path.at(-1)!, value);
}

/** Names of fields come from a text: `__proto__` is one of them. */
function own<T>(object: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function put<T>(object: Record<string, T>, name: string, value: T): T {
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
  return value;
}

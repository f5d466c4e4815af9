// Questions about a stored coverage: what a body must have, and where in the body the problems of its parts are.
import { CoverageError } from "care-coverage";
import type { ActAmounts, CareAct, Coverage, Diagnostic, DiagnosticCode, LimitCounter, ReimburseOptions, Reimbursement } from "care-coverage";
import { Problem, isFault } from "./problems.ts";

/** A version of a stored coverage; null for the latest. */
export interface Named {
  name: string;
  version: number | null;
}

/** What is asked of it: `Field`s are whatever was sent, and judged by the engine. */
export type Question<Field extends string> = Named & Partial<Record<Field, unknown>>;

/** The question that a body, or a part of it, is: these fields must be there, those may be, and no others. */
export function readQuestion<Field extends string>(value: unknown, needed: readonly Field[], allowed: readonly Field[], at = ""): Question<Field> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new CoverageError([problem("wrong_type", at, "expected an object")]);
  const { name, version = null, ...others } = value as Record<string, unknown>;
  const problems: Diagnostic[] = [];
  for (const field of ["name", ...needed]) if (!Object.hasOwn(value, field)) problems.push(problem("missing_field", at, `the field \`${field}\` is missing`));
  if (name !== undefined && typeof name !== "string") problems.push(problem("wrong_type", `${at}/name`, "expected a string"));
  if (version !== null && !(Number.isSafeInteger(version) && (version as number) >= 1)) problems.push(problem("wrong_type", `${at}/version`, "expected an integer of at least 1"));
  const known: readonly string[] = [...needed, ...allowed];
  for (const field of Object.keys(others)) if (!known.includes(field)) problems.push(problem("unknown_field", `${at}/${escaped(field)}`, `unknown field \`${field}\``));
  if (problems.length > 0) throw new CoverageError(problems);
  return { ...others, name: name as string, version: version as number | null } as Question<Field>;
}

function problem(code: DiagnosticCode, pointer: string, message: string): Diagnostic {
  return { code, severity: "error", message, variant: "call", params: {}, pointer, related: [], fix: null, fix_title: null };
}

/** That a text is no name of these. */
export function unknownName(pointer: string, given: string, known: readonly string[]): Diagnostic {
  return problem("wrong_type", pointer, `expected an object, or one of ${known.join(", ")}, and not \`${given}\``);
}

function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Asks about a part of the body: what is said of the part's places is said of the body's. */
export function within<T>(pointer: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof CoverageError) || isFault(error)) throw error;
    throw new CoverageError(error.diagnostics.map((one) => moved(one, pointer)));
  }
}

export function moved(diagnostic: Diagnostic, to: string): Diagnostic {
  const place = <Part extends { pointer: string }>(part: Part) => ({ ...part, pointer: to + part.pointer });
  const step = <Step extends { path: string; from?: string }>(step: Step) => ({ ...step, path: to + step.path, ...(step.from !== undefined && { from: to + step.from }) });
  return { ...place(diagnostic), related: diagnostic.related.map(place), fix: diagnostic.fix?.map(step) ?? null };
}

/** An act that anything can be asked with: no catalogue has its care type. */
const NO_ACT = { care_type: "-", charged: "0" };

/** What is paid for an act. */
export function reimburse(coverage: Coverage, { act, counters, options }: Question<"act" | "counters" | "options">): Reimbursement {
  const ask = (act: unknown, counters?: unknown, options?: unknown) =>
    coverage.reimburse(act as CareAct & ActAmounts, (counters ?? undefined) as LimitCounter[] | undefined, (options ?? undefined) as ReimburseOptions | undefined);
  try {
    return ask(act, counters, options);
  } catch (error) {
    if (!(error instanceof CoverageError) || isFault(error)) throw error;
    // The engine says the problems of its three arguments in one list: each argument is asked alone, to know where each problem is.
    const parts = [problemsOf("/act", () => ask(act)), problemsOf("/counters", () => ask(NO_ACT, counters)), problemsOf("/options", () => ask(NO_ACT, [], options))];
    const diagnostics = parts.flat();
    if (diagnostics.length > 0) throw new CoverageError(diagnostics);
    // Of the guarantee's rule, with places in the stored payload.
    throw new Problem(409, "unusable_coverage", "the rule of the guarantee that covers the act cannot be applied", error);
  }
}

/** The problems of a part of the body. Those of a rule are not: no act has a place below this one. */
function problemsOf(pointer: string, ask: () => unknown): Diagnostic[] {
  try {
    ask();
    return [];
  } catch (error) {
    if (!(error instanceof CoverageError) || isFault(error)) throw error;
    return error.diagnostics.filter((one) => !one.pointer.startsWith("/guarantees/")).map((one) => moved(one, pointer));
  }
}

// An object of typed arrays, as many acts are given in columns: each read once, and everything that is wrong with them.
import type * as api from "./care-coverage";
import { CoverageError, problem, unusable } from "./error.ts";
import { FACTS } from "./facts.ts";
import { type Kinds, viewOf } from "./typed-arrays.ts";

/** A column that is known. */
export interface Column {
  name: string;
  /** What it may be; left out, it is an empty one of the first kind. */
  kinds: readonly [keyof Kinds, ...(keyof Kinds)[]];
  isRequired?: boolean;
}

/** Care types, ages, facts, in the order in which the core takes them. */
export const ACT_COLUMNS: readonly Column[] = [
  { name: "care_type", kinds: ["Uint32Array"], isRequired: true },
  { name: "member_age", kinds: ["Uint8Array"] },
  ...FACTS.map(({ name, kind }) => ({ name, kinds: [kind === "boolean" ? "Uint8Array" : "Uint32Array"] }) as const),
];

/** The columns in the order of those known, which begin with the care types: all others are empty or as long. */
export function columnsOf(columns: unknown, known: readonly Column[]): Kinds[keyof Kinds][] {
  if (typeof columns !== "object" || columns === null) throw unusable("wrong_type", "expected an object of columns");
  const problems: api.Diagnostic[] = [];
  const names = Object.keys(columns);
  // Each is read once, before any is looked at: a getter may take away the memory of another one.
  const values = known.map(({ name }) => (columns as Record<string, unknown>)[name]);
  for (const name of names) {
    if (!known.some((column) => column.name === name)) problems.push(problem("unknown_field", `there is no column ${JSON.stringify(name)}`, pointerOf(name)));
  }
  let acts: number | undefined;
  const given = known.map(({ name, kinds, isRequired }, position) => {
    const value = values[position];
    const [first] = kinds;
    if (value === undefined) {
      if (isRequired) problems.push(problem("missing_field", `\`${name}\` is missing`, ""));
      return viewOf(first, EMPTY[first])!;
    }
    const view = kinds.map((kind) => viewOf(kind, value)).find((view) => view !== undefined);
    if (view === undefined) problems.push(problem("wrong_type", `expected a ${kinds.join(" or a ")}`, `/${name}`));
    else if (position === 0) acts = view.length;
    else if (acts !== undefined && view.length !== acts) {
      problems.push(problem("wrong_type", `expected ${acts} entries, as many as there are care types, got ${view.length}`, `/${name}`));
    }
    return view ?? viewOf(first, EMPTY[first])!;
  });
  if (problems.length > 0) throw new CoverageError(problems.sort((a, b) => (a.pointer < b.pointer ? -1 : 1)));
  return given;
}

const EMPTY: Kinds = {
  Uint8Array: new Uint8Array(),
  Uint32Array: new Uint32Array(),
  Int32Array: new Int32Array(),
  BigInt64Array: new BigInt64Array(),
  Float64Array: new Float64Array(),
};

function pointerOf(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

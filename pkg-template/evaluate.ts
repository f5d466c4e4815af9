// Many acts at once: encoded here into columns, a chunk at a time, and answered by the core.
import type * as core from "#glue";
import { ask } from "./ask.ts";
import type * as api from "./care-coverage";
import type { ActEncoder } from "./encoder.ts";
import { CoverageError, problem, unusable } from "./error.ts";

export const OUTCOME_CODES = Object.freeze(["not_covered", "covered", "ambiguous", "undetermined", "unknown_care_type", "invalid_act"] as const);
const COVERED = 1;
const INVALID_ACT = 5;
/** A care type that is in no catalogue, in the place of an act that could not be read. */
const NO_CARE_TYPE = 1;

/** Acts that cross the boundary together. */
const CHUNK = 8_192;
const MAX_ACTS = 100_000_000;
/** So many invalid acts are listed. */
const MAX_INVALID = 1_000;

type Invalid = api.Evaluation["invalid"];
/** What the core answers for a chunk. */
export type Answered = [Uint8Array, Int32Array, Invalid];

export function evaluate(coverage: core.Coverage, encoder: ActEncoder, given: readonly api.CareAct[] | ReadonlySet<api.CareAct>): api.Evaluation {
  const [acts, count] = listOf(given);
  const outcomes = new Uint8Array(count);
  const guarantees = new Int32Array(count);
  const invalid: Invalid = [];
  const columns = new Columns(Math.min(count, CHUNK));
  for (let start = 0; start < count; start += CHUNK) {
    const length = Math.min(CHUNK, count - start);
    const unread: number[] = [];
    for (let index = 0; index < length; index++) {
      const act = itemOf(acts, start + index);
      if (encoder.encode(act)) columns.write(index, encoder);
      else if (!writeGenerally(coverage, columns, index, act, start, invalid)) unread.push(index);
    }
    const [chunkOutcomes, chunkGuarantees] = ask(() => columns.ask(coverage, length));
    for (const index of unread) chunkOutcomes[index] = INVALID_ACT;
    outcomes.set(chunkOutcomes, start);
    guarantees.set(chunkGuarantees, start);
  }
  return evaluation(coverage, outcomes, guarantees, invalid);
}

/** An array, or the members of a set, and how many they are: reading an act may change that. */
function listOf(given: readonly api.CareAct[] | ReadonlySet<api.CareAct>): [readonly api.CareAct[], number] {
  return readable(() => {
    const acts = Array.isArray(given) ? given : given instanceof Set ? [...given] : undefined;
    if (acts === undefined) throw unusable("wrong_type", "expected an array of acts");
    const { length } = acts;
    if (!(length <= MAX_ACTS)) throw unusable("too_large", `expected at most ${MAX_ACTS.toLocaleString("en")} acts`);
    return [acts, length];
  });
}

/** Reads an argument of another kind than the core's: a getter or a proxy may throw. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof CoverageError ? error : unusable("unreadable_value", "reading the value threw");
  }
}

/** An act; one that cannot be read becomes an act that throws when it is. */
function itemOf(acts: readonly api.CareAct[], index: number): unknown {
  try {
    return acts[index];
  } catch {
    return { get care_type() { throw new Error("the array threw"); } };
  }
}

/** An act that the encoder does not know how to read. */
function writeGenerally(coverage: core.Coverage, columns: Columns, index: number, act: unknown, start: number, invalid: Invalid): boolean {
  try {
    columns.writeCodes(index, ask(() => coverage.codesOf(act)));
    return true;
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    columns.writeCodes(index, [NO_CARE_TYPE, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    if (invalid.length < MAX_INVALID) invalid.push({ index: start + index, line: null, diagnostics: error.diagnostics });
    return false;
  }
}

class Columns {
  #careType: Uint32Array;
  #age: Uint8Array;
  #booleans: [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  #texts: [Uint32Array, Uint32Array, Uint32Array, Uint32Array];

  constructor(length: number) {
    const booleans = () => new Uint8Array(length);
    const texts = () => new Uint32Array(length);
    this.#careType = texts();
    this.#age = booleans();
    this.#booleans = [booleans(), booleans(), booleans(), booleans()];
    this.#texts = [texts(), texts(), texts(), texts()];
  }

  write(index: number, encoder: ActEncoder): void {
    const [optam, visibleTooth, conventionne, secu] = this.#booleans;
    const [practitioner, lens, mode, nature] = this.#texts;
    this.#careType[index] = encoder.careType;
    this.#age[index] = encoder.age;
    optam[index] = encoder.optam;
    visibleTooth[index] = encoder.visibleTooth;
    conventionne[index] = encoder.conventionne;
    secu[index] = encoder.secu;
    practitioner[index] = encoder.practitioner;
    lens[index] = encoder.lens;
    mode[index] = encoder.mode;
    nature[index] = encoder.nature;
  }

  /** Care type, age, and the eight facts in the order of the filter's conditions. */
  writeCodes(index: number, codes: ArrayLike<number>): void {
    const [optam, visibleTooth, conventionne, secu] = this.#booleans;
    const [practitioner, lens, mode, nature] = this.#texts;
    const inOrder = [this.#careType, this.#age, optam, visibleTooth, conventionne, practitioner, lens, secu, mode, nature];
    inOrder.forEach((column, position) => (column[index] = codes[position] ?? 0));
  }

  ask(coverage: core.Coverage, length: number): Answered {
    const part = <T extends Uint8Array | Uint32Array>(column: T) => column.subarray(0, length) as T;
    const [optam, visibleTooth, conventionne, secu] = this.#booleans.map(part);
    const [practitioner, lens, mode, nature] = this.#texts.map(part);
    return coverage.evaluateColumns(
      part(this.#careType), part(this.#age), optam!, visibleTooth!, conventionne!, secu!, practitioner!, lens!, mode!, nature!,
    ) as Answered;
  }
}

const BYTES = ["member_age", "is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"] as const;
const WORDS = ["practitioner", "glasses_lens_complexity", "treatment_mode", "nature_de_soins"] as const;
/** Rows of given columns that cross the boundary together. */
const COLUMN_CHUNK = 65_536;

export function evaluateColumns(coverage: core.Coverage, columns: api.ActColumns): api.Evaluation {
  const { careType, bytes, words } = readable(() => columnsOf(columns));
  const outcomes = new Uint8Array(careType.length);
  const guarantees = new Int32Array(careType.length);
  const invalid: Invalid = [];
  for (let start = 0; start < careType.length; start += COLUMN_CHUNK) {
    const part = <T extends Uint8Array | Uint32Array>(column: T) => column.subarray(start, start + COLUMN_CHUNK) as T;
    const [age, optam, visibleTooth, conventionne, secu] = bytes.map(part);
    const [practitioner, lens, mode, nature] = words.map(part);
    const [chunkOutcomes, chunkGuarantees, chunkInvalid] = ask(() =>
      coverage.evaluateColumns(part(careType), age!, optam!, visibleTooth!, conventionne!, secu!, practitioner!, lens!, mode!, nature!),
    ) as Answered;
    outcomes.set(chunkOutcomes, start);
    guarantees.set(chunkGuarantees, start);
    for (const act of chunkInvalid.slice(0, MAX_INVALID - invalid.length)) invalid.push({ ...act, index: start + act.index });
  }
  return evaluation(coverage, outcomes, guarantees, invalid);
}

function columnsOf(columns: api.ActColumns) {
  if (typeof columns !== "object" || columns === null) throw unusable("wrong_type", "expected an object of columns");
  const problems: api.Diagnostic[] = [];
  const known: readonly string[] = ["care_type", ...BYTES, ...WORDS];
  for (const name of Object.keys(columns)) {
    if (!known.includes(name)) problems.push(problem("unknown_field", `there is no column ${JSON.stringify(name)}`, pointerOf(name)));
  }
  const careType = column(problems, columns, "care_type", "Uint32Array");
  if (columns.care_type === undefined) problems.push(problem("missing_field", "`care_type` is missing", ""));
  const bytes = BYTES.map((name) => column(problems, columns, name, "Uint8Array", careType?.length) ?? new Uint8Array());
  const words = WORDS.map((name) => column(problems, columns, name, "Uint32Array", careType?.length) ?? new Uint32Array());
  if (careType === undefined || problems.length > 0) throw new CoverageError(problems.sort((a, b) => (a.pointer < b.pointer ? -1 : 1)));
  return { careType, bytes, words };
}

function pointerOf(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

const tag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)?.get;

/** The kind of a typed array of any realm; undefined for anything else. */
export function kindOf(value: unknown): string | undefined {
  return tag?.call(value) as string | undefined;
}

interface Kinds {
  Uint8Array: Uint8Array;
  Uint32Array: Uint32Array;
}

/** The column of a name; none where it is left out, or reported. */
function column<K extends keyof Kinds>(
  problems: api.Diagnostic[], columns: api.ActColumns, name: keyof api.ActColumns, kind: K, length?: number,
): Kinds[K] | undefined {
  const value: unknown = columns[name];
  if (value === undefined) return undefined;
  if (kindOf(value) !== kind) {
    problems.push(problem("wrong_type", `expected a ${kind}`, `/${name}`));
    return undefined;
  }
  const given = value as Kinds[K];
  if (length !== undefined && given.length !== length) {
    problems.push(problem("wrong_type", `expected ${length} codes, as many as there are care types, got ${given.length}`, `/${name}`));
  }
  return given;
}

export function evaluation(coverage: core.Coverage, outcomes: Uint8Array, guarantees: Int32Array, invalid: Invalid): api.Evaluation {
  const names = ask(() => coverage.guaranteeNames) as string[];
  const byOutcome = new Array<number>(OUTCOME_CODES.length).fill(0);
  const byGuarantee = new Array<number>(names.length).fill(0);
  for (let act = 0; act < outcomes.length; act++) {
    const outcome = outcomes[act]!;
    byOutcome[outcome]! += 1;
    if (outcome === COVERED) byGuarantee[guarantees[act]!]! += 1;
  }
  const summary = {
    by_outcome: Object.fromEntries(OUTCOME_CODES.map((code, position) => [code, byOutcome[position]!])),
    by_guarantee: Object.fromEntries(names.map((name, position) => [name, byGuarantee[position]!])),
  };
  return { length: outcomes.length, outcomes, guarantees, summary, invalid };
}

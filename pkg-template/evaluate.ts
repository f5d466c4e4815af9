// Many acts at once: encoded here into columns, a chunk at a time, and answered by the core.
import type * as core from "#glue";
import { type Answered, type Invalid, MAX_ACTS, MAX_INVALID, evaluation } from "./answers.ts";
import { ask } from "./ask.ts";
import type * as api from "./care-coverage";
import { Columns, type Parts } from "./columns.ts";
import type { ActEncoder } from "./encoder.ts";
import { CoverageError, unusable } from "./error.ts";
import { ACT_COLUMNS, columnsOf } from "./given-columns.ts";
import { readable } from "./readable.ts";

/** Acts that cross the boundary together. */
const CHUNK = 8_192;

export function evaluate(coverage: core.Coverage, encoder: ActEncoder, given: readonly unknown[] | ReadonlySet<unknown>): api.Evaluation {
  const [acts, count] = listOf(given);
  const outcomes = new Uint8Array(count);
  const guarantees = new Int32Array(count);
  const counts: Uint32Array[] = [];
  const invalid: Invalid = [];
  const columns = Columns.ofLength(Math.min(count, CHUNK));
  for (let start = 0; start < count; start += CHUNK) {
    const length = Math.min(CHUNK, count - start);
    for (let index = 0; index < length; index++) {
      const act = itemOf(acts, start + index);
      if (encoder.encode(act)) columns.write(index, encoder);
      else writeGenerally(coverage, columns, index, act, start, invalid);
    }
    const end = start + length;
    // What is invalid was reported where it was read.
    counts.push(ask(() => columns.ask(coverage, 0, outcomes.subarray(start, end), guarantees.subarray(start, end)))[0]);
  }
  return evaluation(namesOf(coverage), outcomes, guarantees, counts, invalid);
}

/** A chunk that was encoded elsewhere. `odd` are the acts that the encoder did not know how to read, with their places. */
export function evaluateEncoded(coverage: core.Coverage, parts: Parts, odd: readonly (readonly [place: number, act: unknown])[]): Answered {
  const columns = new Columns(parts);
  const invalid: Invalid = [];
  for (const [index, act] of odd) writeGenerally(coverage, columns, index, act, 0, invalid);
  const { length } = parts[0];
  const [outcomes, guarantees] = [new Uint8Array(length), new Int32Array(length)];
  const [counts] = ask(() => columns.ask(coverage, 0, outcomes, guarantees));
  return [outcomes, guarantees, counts, invalid];
}

function namesOf(coverage: core.Coverage): string[] {
  return ask(() => coverage.guaranteeNames) as string[];
}

/** An array, or the members of a set, and how many they are: reading an act may change that. */
function listOf(given: readonly unknown[] | ReadonlySet<unknown>): [readonly unknown[], number] {
  return readable(() => {
    const acts = Array.isArray(given) ? given : given instanceof Set ? [...given] : undefined;
    if (acts === undefined) throw unusable("wrong_type", "expected an array of acts");
    const { length } = acts;
    if (!Number.isSafeInteger(length) || length < 0) throw unusable("wrong_type", "expected an array of acts");
    if (length > MAX_ACTS) throw unusable("too_large", `expected at most ${MAX_ACTS.toLocaleString("en")} acts`);
    return [acts, length];
  });
}

/** An act; one that cannot be read becomes an act that throws when it is. */
function itemOf(acts: readonly unknown[], index: number): unknown {
  try {
    return acts[index];
  } catch {
    return { get care_type() { throw new Error("the array threw"); } };
  }
}

/** An act that the encoder does not know how to read. */
function writeGenerally(coverage: core.Coverage, columns: Columns, index: number, act: unknown, start: number, invalid: Invalid): void {
  try {
    columns.writeCodes(index, ask(() => coverage.codesOf(act)));
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    columns.writeInvalid(index);
    if (invalid.length < MAX_INVALID) invalid.push({ index: start + index, line: null, diagnostics: error.diagnostics });
  }
}

/** Rows of given columns that cross the boundary together. */
export const COLUMN_CHUNK = 65_536;

export function evaluateColumns(coverage: core.Coverage, columns: Readonly<api.ActColumns>): api.Evaluation {
  const given = new Columns(readable(() => columnsOf(columns, ACT_COLUMNS)) as unknown as Parts);
  const count = given.parts[0].length;
  const outcomes = new Uint8Array(count);
  const guarantees = new Int32Array(count);
  const counts: Uint32Array[] = [];
  const invalid: Invalid = [];
  for (let start = 0; start < count; start += COLUMN_CHUNK) {
    const end = start + COLUMN_CHUNK;
    const [chunkCounts, chunkInvalid] = ask(() => given.ask(coverage, start, outcomes.subarray(start, end), guarantees.subarray(start, end)));
    counts.push(chunkCounts);
    for (const act of chunkInvalid.slice(0, MAX_INVALID - invalid.length)) invalid.push({ ...act, index: start + act.index });
  }
  return evaluation(namesOf(coverage), outcomes, guarantees, counts, invalid);
}

// What is paid for many acts in columns: chunk by chunk, and the acts of a unit always in one chunk.
import type * as core from "#glue";
import { AMOUNTS } from "./amount-columns.ts";
import { type Invalid, MAX_INVALID } from "./answers.ts";
import { ask } from "./ask.ts";
import type * as api from "./care-coverage";
import { COLUMN_CHUNK } from "./evaluate.ts";
import { readable } from "./readable.ts";
import { ACT_COLUMNS, type Column, columnsOf } from "./given-columns.ts";
import type { Kinds } from "./typed-arrays.ts";
import { LOW, unitsOf } from "./units.ts";

type Given = Kinds[keyof Kinds];

/** In the order in which the core takes them, see `PricedColumns::of_amounts` in src/coverage/bulk/columns.rs. */
const COLUMNS: readonly Column[] = [
  ...ACT_COLUMNS,
  ...AMOUNTS.map((name) => ({ name, kinds: ["BigInt64Array", "Float64Array"], isRequired: name === "charged" }) as const),
  { name: "care_date", kinds: ["Int32Array"] },
  { name: "membership_start", kinds: ["Int32Array"] },
  { name: "side", kinds: ["Uint8Array"] },
  { name: "tooth", kinds: ["Uint8Array"] },
  { name: "unit", kinds: ["Uint32Array"] },
  { name: "beneficiary", kinds: ["Uint32Array"] },
  { name: "stay_id", kinds: ["Uint32Array"] },
];
const UNIT = COLUMNS.findIndex(({ name }) => name === "unit");

export function reimburseColumns(
  coverage: core.Coverage, columns: Readonly<api.PricedColumns>, options: api.ReimburseColumnsOptions | undefined,
): api.ReimbursedColumns {
  const given = readable(() => columnsOf(columns, COLUMNS));
  const { length } = given[0]!;
  const answer = answersOf(length);
  const unit = given[UNIT] as Uint32Array;
  const invalid: Invalid = [];
  let general = 0;
  const pay = (rows: Given[], into: Answers) => {
    const [some, wrong] = paid(coverage, rows, into, options);
    general += some;
    return wrong;
  };
  if (unit.every((value, row) => row === 0 || unit[row - 1]! <= value)) {
    for (let start = 0; start < length; ) {
      const end = endOf(unit, start, length, (row) => row);
      const wrong = pay(given.map((column) => column.subarray(start, end)), answer.map((column) => column.subarray(start, end)) as Answers);
      for (const act of wrong.slice(0, MAX_INVALID - invalid.length)) invalid.push({ ...act, index: start + act.index });
      start = end;
    }
  } else {
    const order = byUnit(unit);
    for (let start = 0; start < length; ) {
      const end = endOf(unit, start, length, (place) => order[place * 2 + LOW]!);
      const rows = new Uint32Array(end - start);
      for (let place = 0; place < rows.length; place++) rows[place] = order[(start + place) * 2 + LOW]!;
      const some = answersOf(rows.length);
      pay(given.map((column) => taken(column, rows)), some);
      answer.forEach((column, position) => put(column, rows, some[position]!));
      start = end;
    }
    // Those of the chunks are not the first ones.
    const rows = firstInvalid(answer[0]);
    const wrong = rows.length > 0 ? pay(given.map((column, position) => (position === UNIT ? column.subarray(0, 0) : taken(column, rows))), answersOf(rows.length)) : [];
    for (const act of wrong) invalid.push({ ...act, index: rows[act.index]! });
  }
  const [outcomes, guarantees, complementary, secu_paid, out_of_pocket] = answer;
  return { length, outcomes, guarantees, complementary, secu_paid, out_of_pocket, general, invalid };
}

type Answers = [outcomes: Uint8Array, guarantees: Int32Array, complementary: BigInt64Array, secu_paid: BigInt64Array, out_of_pocket: BigInt64Array];

function answersOf(length: number): Answers {
  return [new Uint8Array(length), new Int32Array(length), new BigInt64Array(length), new BigInt64Array(length), new BigInt64Array(length)];
}

/** Asks the core, and says of the acts that could not be read what was given in euros. */
function paid(coverage: core.Coverage, rows: Given[], answers: Answers, options: api.ReimburseColumnsOptions | undefined): [general: number, invalid: Invalid] {
  const inUnits = rows.map((column) => (column instanceof Float64Array ? unitsOf(column) : column));
  const [general, invalid] = ask(() => coverage.reimburseColumns(inUnits, answers, options)) as [number, Invalid];
  for (const { index, diagnostics } of invalid) {
    for (const diagnostic of diagnostics) {
      const column = rows[COLUMNS.findIndex(({ name }) => `/${name}` === diagnostic.pointer)];
      const { params } = diagnostic;
      if (!(column instanceof Float64Array) || !("value" in params) || typeof params.value !== "string") continue;
      const value = String(column[index]);
      diagnostic.message = diagnostic.message.replace(params.value, value);
      params.value = value;
    }
  }
  return [general, invalid];
}

/** Where a chunk ends: acts of one unit are in one. */
function endOf(unit: Uint32Array, start: number, length: number, rowOf: (place: number) => number): number {
  let end = Math.min(start + COLUMN_CHUNK, length);
  if (unit.length === 0) return end;
  const of = unit[rowOf(end - 1)];
  // Those without a unit are counted alone.
  while (of !== 0 && end < length && unit[rowOf(end)] === of) end += 1;
  return end;
}

/** The rows by unit, those of a unit in the order given: two integers for each, the row at `LOW`. */
function byUnit(unit: Uint32Array): Uint32Array {
  const halves = new Uint32Array(unit.length * 2);
  for (let row = 0; row < unit.length; row++) {
    halves[row * 2 + LOW] = row;
    halves[row * 2 + 1 - LOW] = unit[row]!;
  }
  new BigUint64Array(halves.buffer).sort();
  return halves;
}

function taken(column: Given, rows: Uint32Array): Given {
  if (column.length === 0) return column;
  const some = new (column.constructor as new (length: number) => Given)(rows.length);
  const [from, to] = [halvesOf(column), halvesOf(some)];
  if (from.length === column.length) for (let place = 0; place < rows.length; place++) to[place] = from[rows[place]!]!;
  else {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]! * 2;
      to[place * 2] = from[row]!;
      to[place * 2 + 1] = from[row + 1]!;
    }
  }
  return some;
}

function put(column: Given, rows: Uint32Array, some: Given): void {
  const [to, from] = [halvesOf(column), halvesOf(some)];
  if (to.length === column.length) for (let place = 0; place < rows.length; place++) to[rows[place]!] = from[place]!;
  else {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place]! * 2;
      to[row] = from[place * 2]!;
      to[row + 1] = from[place * 2 + 1]!;
    }
  }
}

/** The halves of what has 64 bits, which is so copied bit by bit and without a big integer for each. */
function halvesOf(column: Given): Uint8Array | Int32Array | Uint32Array {
  return column instanceof BigInt64Array || column instanceof Float64Array ? new Uint32Array(column.buffer, column.byteOffset, column.length * 2) : column;
}

const INVALID_ACT = 5;

function firstInvalid(outcomes: Uint8Array): Uint32Array {
  const rows: number[] = [];
  for (let row = outcomes.indexOf(INVALID_ACT); row >= 0 && rows.length < MAX_INVALID; row = outcomes.indexOf(INVALID_ACT, row + 1)) rows.push(row);
  return Uint32Array.from(rows);
}

// Claims in columns: in the order in which the core takes them (src/wasm/simulate.rs), and some rows of them at a time.
import { AMOUNTS as OF_ACT } from "../amount-columns.ts";
import type * as api from "../care-coverage";
import { CoverageError, problem, unusable } from "../error.ts";
import { FACTS } from "../facts.ts";
import { type Kinds, viewOf } from "../typed-arrays.ts";
import { unitsOf } from "../units.ts";

/** Rows that cross the boundary together. */
export const ROWS = 65_536;

const names = (kind: string) => FACTS.filter((fact) => fact.kind === kind).map(({ name }) => name);

export const TEXTS = ["care_type", ...names("text"), "establishment", "teeth", "person", "family", "beneficiary", "stay_id"];
export const BYTES = ["member_age", ...names("boolean"), "side", "tooth", "age_band"];
/** The amounts of an act, then the weight of the row. */
export const AMOUNTS: readonly string[] = [...OF_ACT, "weight"];
export const DAYS = ["care_date", "membership_start"];

/** Why a row could not be read, as the core takes it. */
export type Unreadable = [row: number, reason: api.InvalidReason, line: number, message: string, column: string | null, variant: string, params: object];

/** Columns of claims by their names; what is not there is left out. All are as long as there are rows. */
export interface ClaimTable {
  length: number;
  texts: Partial<Record<string, api.TextColumn>>;
  bytes: Partial<Record<string, Uint8Array>>;
  amounts: Partial<Record<string, BigInt64Array>>;
  days: Partial<Record<string, Int32Array>>;
  /** In the order of the columns that groups are made of. */
  by: readonly (api.TextColumn | undefined)[];
  unreadable: readonly Unreadable[];
}

/** The names of the caller's columns that groups are made of. */
export function columnsOfGroups(options: api.SimulateOptions | undefined): string[] {
  const by: readonly unknown[] = Array.isArray(options?.by) ? options.by : [];
  return by.flatMap((key) => (typeof key === "object" && key !== null && "column" in key && typeof key.column === "string" ? [key.column] : []));
}

const NO_TEXT: api.TextColumn = { codes: new Uint32Array(), names: [] };

/** Rows of a table as the core takes them. */
export function rowsOf(table: ClaimTable, start: number, end: number): unknown[] {
  const rows = <C extends Kinds[keyof Kinds]>(column: C | undefined, empty: C) => (column ? column.subarray(start, end) : empty);
  const text = (column: api.TextColumn | undefined) => {
    const { codes, names } = column === undefined ? NO_TEXT : textRows(column, start, end);
    return [codes, names];
  };
  return [
    ...TEXTS.map((name) => text(table.texts[name])),
    ...BYTES.map((name) => rows(table.bytes[name], new Uint8Array())),
    ...AMOUNTS.map((name) => rows(table.amounts[name], new BigInt64Array())),
    ...DAYS.map((name) => rows(table.days[name], new Int32Array())),
    table.by.map(text),
    new Uint32Array(),
    table.unreadable.filter(([row]) => row >= start && row < end).map(([row, ...rest]) => [row - start, ...rest]),
    false,
  ];
}

/** Some rows of a table, by their positions, without groups. They could be read. */
export function pickedRows(table: ClaimTable, rows: readonly number[]): ClaimTable {
  const picked = <C extends Kinds[keyof Kinds]>(column: C): C => {
    const own = column.slice(0, rows.length);
    rows.forEach((row, place) => (own[place] = column[row]!));
    return own as C;
  };
  const all = <T>(columns: Partial<Record<string, T>>, pick: (column: T) => T) => Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, pick(column as T)]));
  return {
    length: rows.length,
    texts: all(table.texts, ({ codes, names }) => ({ codes: picked(codes), names })),
    bytes: all(table.bytes, picked<Uint8Array>),
    amounts: all(table.amounts, picked<BigInt64Array>),
    days: all(table.days, picked<Int32Array>),
    by: [],
    unreadable: [],
  };
}

/** Some rows of a column. Where there are more names than rows, only those that occur. */
function textRows({ codes, names }: api.TextColumn, start: number, end: number): api.TextColumn {
  const some = codes.subarray(start, end);
  if (names.length <= some.length) return { codes: some, names };
  const known = new Map<number, number>();
  const used: string[] = [];
  const own = some.map((code) => {
    if (code < 2) return code;
    const found = known.get(code);
    if (found !== undefined) return found;
    used.push(names[code - 2]!);
    known.set(code, used.length + 1);
    return used.length + 1;
  });
  return { codes: own, names: used };
}

/** The columns that a program gives. */
export function tableOf(given: api.ClaimColumns, by: readonly string[]): ClaimTable {
  if (typeof given !== "object" || given === null) throw unusable("wrong_type", "expected an object of columns");
  const problems: api.Diagnostic[] = [];
  const values = { ...given } as Record<string, unknown>;
  const known = [...TEXTS.filter((name) => !["establishment", "teeth"].includes(name)), ...BYTES, ...AMOUNTS, ...DAYS, "by"];
  for (const name of Object.keys(values)) {
    if (!known.includes(name)) problems.push(problem("unknown_field", `there is no column ${JSON.stringify(name)}`, pointer(name)));
  }
  for (const name of ["care_type", "charged"]) if (values[name] === undefined) problems.push(problem("missing_field", `\`${name}\` is missing`, ""));
  let length: number | undefined;
  const checked = <C extends { length: number }>(column: C | undefined, expected: string, at: string): C | undefined => {
    length ??= column?.length;
    if (column === undefined) problems.push(problem("wrong_type", `expected ${expected}`, at));
    else if (column.length !== length) problems.push(problem("wrong_type", `expected ${length} entries, as many as there are care types, got ${column.length}`, at));
    return column;
  };
  const text = (value: unknown, at: string): api.TextColumn | undefined => {
    if (value === undefined) return undefined;
    const { codes, names } = (typeof value === "object" && value !== null ? value : {}) as Partial<api.TextColumn>;
    const view = viewOf("Uint32Array", codes);
    const list = Array.isArray(names) && names.every((name) => typeof name === "string") ? [...names] : undefined;
    checked(list && view, "a column of texts, `{ codes: Uint32Array, names: string[] }`", at);
    if (view && list && view.some((code) => code > list.length + 1)) problems.push(problem("out_of_range", "there is a code without a name", at));
    return view && list && { codes: view, names: list };
  };
  const typed = <K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined =>
    values[name] === undefined ? undefined : checked(viewOf(kind, values[name]), `a ${kind}`, pointer(name));
  const unreadable: Unreadable[] = [];
  const amount = (name: string): BigInt64Array | undefined => {
    const euros = viewOf("Float64Array", values[name]);
    if (euros === undefined) return values[name] === undefined ? undefined : checked(viewOf("BigInt64Array", values[name]), "a BigInt64Array or a Float64Array", pointer(name));
    checked(euros, "", pointer(name));
    return unitsOf(euros, (row) => unreadable.push([row, "wrong_value", 0, `${euros[row]} is no amount: expected at least 0, with at most four decimals`, name, "no_euros", { value: String(euros[row]) }]));
  };
  const record = <T>(names: readonly string[], of: (name: string) => T | undefined) =>
    Object.fromEntries(names.map((name) => [name, of(name)] as const).filter(([, column]) => column !== undefined)) as Record<string, T>;

  const texts = record(TEXTS, (name) => text(values[name], pointer(name)));
  const table = {
    texts,
    bytes: record(BYTES, (name) => typed("Uint8Array", name)),
    amounts: record(AMOUNTS, amount),
    days: record(DAYS, (name) => typed("Int32Array", name)),
    by: by.map((name) => {
      const column = (values.by as Record<string, unknown> | undefined)?.[name];
      if (column === undefined) problems.push(problem("missing_field", `\`by\` has no column ${JSON.stringify(name)}`, "/by"));
      return text(column, `/by${pointer(name)}`);
    }),
    unreadable: unreadable.sort(([a], [b]) => a - b).filter(([row], place, all) => place === 0 || all[place - 1]![0] !== row),
  };
  if (problems.length > 0) throw new CoverageError(problems.sort((a, b) => (a.pointer < b.pointer ? -1 : 1)));
  return { length: texts.care_type!.codes.length, ...table };
}

function pointer(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

// A column of a file as it is stored, and what its values are as fields of claims.
import type * as api from "../care-coverage";
import { unusable } from "../error.ts";
import type { ClaimTable, Unreadable } from "../simulate/columns.ts";
import { LOW, NO_AMOUNT } from "../units.ts";
import type { FileField, FileFields } from "./fields.ts";
import { FIRST, NULL } from "./texts.ts";

/** How a file stores a column. */
export type StoredAs =
  | { is: "text" } | { is: "integer" } | { is: "float" } | { is: "float32" } | { is: "boolean" } | { is: "date" }
  | { is: "decimal"; scale: number }
  /** So many units make a day. */
  | { is: "time"; perDay: number }
  | { is: "other"; name: string };

/** Some rows of a column, and the values that they may have: each is read once, however many rows have it. */
export interface Stored {
  as: StoredAs;
  /** By row 2 + the position of its value; 0 where it has none, which an empty text is, too. */
  codes: Uint32Array;
  values: ArrayLike<unknown>;
}

const DAY = 86_400_000;
const LEFT_OUT = -0x80000000;

/** Whether a column can be taken as it is stored: not as other texts can be read. Throws where it cannot be taken at all. */
export function isStored(file: string, { column, field, kind }: FileField, as: StoredAs): boolean {
  const isNumber = as.is === "integer" || as.is === "decimal" || as.is === "float" || as.is === "float32";
  const fits: Record<FileField["kind"], boolean> = {
    text: as.is === "text" || as.is === "integer",
    side: as.is === "text",
    amount: isNumber,
    whole: as.is === "integer" || as.is === "float" || as.is === "float32",
    flag: as.is === "boolean",
    date: as.is === "date" || as.is === "time",
    other: false,
  };
  if (fits[kind] || (field === null && as.is !== "other")) return true;
  const isWritten = as.is === "text" || (kind === "flag" && as.is === "integer") || (kind === "other" && (as.is === "date" || as.is === "time" || isNumber));
  if (isWritten && (kind !== "text" || as.is === "text")) return false;
  const name = as.is === "other" ? as.name : as.is;
  throw unusable("wrong_type", `the column ${JSON.stringify(column)} of the ${file} file has the type ${name}, which is not one of \`${field ?? "by"}\``);
}

/** Rows of columns that are stored as they are taken. */
export function tableOf(fields: FileFields, columns: readonly Stored[], length: number): ClaimTable {
  const wrong = new Map<number, Unreadable>();
  const table = { length, texts: {}, bytes: {}, amounts: {}, days: {} } as ClaimTable;
  const by: (api.TextColumn | undefined)[] = [];
  fields.fields.forEach((field, position) => {
    const stored = columns[position]!;
    const problems = new Map<number, Problem>();
    const report: Report = (value, message, says, reason = "wrong_value") => problems.set(value, [reason, message, says]);
    if (field.field === null) by.push(textsOf(stored, field, report));
    else if (field.kind === "text") table.texts[field.field] = textsOf(stored, field, report);
    else if (field.kind === "amount") table.amounts[field.field] = amountsOf(stored, field.field, report);
    else if (field.kind === "date") table.days[field.field] = daysOf(stored, report);
    else table.bytes[field.field] = bytesOf(stored, field, report);
    if (problems.size === 0) return;
    stored.codes.forEach((code, row) => {
      const problem = problems.get(code - FIRST);
      if (!problem || wrong.has(row)) return;
      const [reason, message, [variant, params]] = problem;
      wrong.set(row, [row, reason, 0, message, field.column, variant, params]);
    });
  });
  return { ...table, by, unreadable: [...wrong.values()].sort(([a], [b]) => a - b) };
}

/** What a message says of its values: which of the sentences of its code it is, and the values. */
type Says = [variant: string, params: object];
type Problem = [reason: api.InvalidReason, message: string, says: Says];

/** Says what is wrong with the value at a position. */
type Report = (value: number, message: string, says: Says, reason?: api.InvalidReason) => void;

/** Codes and names as they are, or what a table of values says of them. */
function textsOf({ as, codes, values }: Stored, { field, values: ours }: FileField, report: Report): api.TextColumn {
  const isText = as.is === "text";
  if (isText && !ours) return { codes, names: values as readonly string[] };
  const known = new Map<string, number>();
  const names: string[] = [];
  const own = new Uint32Array(FIRST + values.length);
  for (let position = 0; position < values.length; position++) {
    const theirs = isText ? (values[position] as string) : textOf(as, values[position]);
    const name = ours?.has(theirs) ? ours.get(theirs) : theirs;
    if (name === null) own[FIRST + position] = NULL;
    // A care type that is in no table of values may be one of the catalogue.
    else if (ours && !ours.has(theirs) && field !== "care_type") report(position, `the table of values has no \`${theirs}\``, ["not_in_table", { value: theirs }]);
    else {
      const text = String(name);
      let code = known.get(text);
      if (code === undefined) known.set(text, (code = names.push(text) - 1 + FIRST));
      own[FIRST + position] = code;
    }
  }
  return { codes: codes.map((code) => own[code]!), names };
}

/** In 1/10,000, without a big integer for each where there is none. */
function amountsOf({ as, codes, values }: Stored, name: string, report: Report): BigInt64Array {
  // Before those of the values that of none, by its code.
  const units = new BigInt64Array(FIRST + values.length).fill(NO_AMOUNT);
  const halves = new Uint32Array(units.buffer);
  const scale = as.is === "decimal" ? as.scale : 0;
  const [times, over] = scale <= 4 ? [10 ** (4 - scale), 1] : [1, 10 ** (scale - 4)];
  const isFloat = as.is === "float" || as.is === "float32";
  // As of a text: what is below 0 corrects another row.
  const isCorrection = name !== "weight";
  for (let position = 0; position < values.length; position++) {
    const value = values[position];
    if (value === null || value === undefined || (isFloat && Number.isNaN(value))) continue;
    const number = Number(value);
    let unit: number;
    if (isFloat) {
      const exact = as.is === "float" ? number : shortest(number);
      unit = Math.round(exact * 10_000);
      if (unit / 10_000 !== exact) unit = NaN;
    } else {
      unit = (number * times) / over;
    }
    if (number < 0) {
      const shown = written(value, scale);
      report(position, `${shown} is below 0`, ["below_zero", { value: shown }], isCorrection ? "regularisation" : "wrong_value");
    } else if (Number.isSafeInteger(unit) && Number.isSafeInteger(isFloat ? unit : number)) {
      halves[(FIRST + position) * 2 + LOW] = unit;
      halves[(FIRST + position) * 2 + 1 - LOW] = Math.floor(unit / 2 ** 32);
    } else {
      const shown = written(value, scale);
      report(position, `${shown} is no amount: expected at most 11 digits before the point and 4 after it`, ["no_amount", { value: shown }]);
    }
  }
  // Moved as floats, of which none is made.
  const [from, rows] = [new Float64Array(units.buffer), new Float64Array(codes.length)];
  for (let row = 0; row < codes.length; row++) rows[row] = from[codes[row]!]!;
  return new BigInt64Array(rows.buffer);
}

/** A number of a file in digits, exactly. */
export function written(value: unknown, scale: number): string {
  if (scale === 0 || typeof value === "object") return String(value);
  const digits = String(value).replace("-", "").padStart(scale + 1, "0");
  const decimals = digits.slice(-scale).replace(/0+$/, "");
  return `${Number(value) < 0 ? "-" : ""}${digits.slice(0, -scale)}${decimals && `.${decimals}`}`;
}

/** The day of a value; none where it has a time of day. */
export function dayOf(as: StoredAs, value: unknown): number | undefined {
  const day = as.is === "time" ? (typeof value === "bigint" ? exactly(value, as.perDay) : Number(value) / as.perDay) : Number(value);
  return day !== undefined && Number.isInteger(day) ? day : undefined;
}

function exactly(value: bigint, perDay: number): number | undefined {
  const day = BigInt(perDay);
  return value % day === 0n ? Number(value / day) : undefined;
}

function daysOf({ as, codes, values }: Stored, report: Report): Int32Array {
  const days = new Int32Array(FIRST + values.length).fill(LEFT_OUT);
  for (let position = 0; position < values.length; position++) {
    const value = values[position];
    if (value === null || value === undefined) continue;
    const day = dayOf(as, value);
    if (day !== undefined && Math.abs(day) < -LEFT_OUT) days[FIRST + position] = day;
    else report(position, `${String(value)} is no day: it has a time of day`, ["no_day", { value: String(value) }]);
  }
  const rows = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[row] = days[codes[row]!]!;
  return rows;
}

const [NO_AGE, OLDEST, LARGEST] = [255, 130, 254];

function bytesOf({ codes, values }: Stored, { field, kind }: FileField, report: Report): Uint8Array {
  const none = field === "member_age" ? NO_AGE : 0;
  const most = field === "member_age" ? OLDEST : LARGEST;
  const bytes = new Uint8Array(FIRST + values.length).fill(none);
  for (let position = 0; position < values.length; position++) {
    const value = values[position];
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    if (kind === "flag") bytes[FIRST + position] = value ? 3 : 2;
    else if (kind === "side") {
      const side = SIDES.indexOf(value as string);
      if (side >= 0) bytes[FIRST + position] = side + 2;
      else report(position, `\`${value as string}\` is no side: expected \`left\` or \`right\``, ["no_side", { value }]);
    } else {
      const whole = Number(value);
      if (Number.isInteger(whole) && whole >= 0 && whole <= most) bytes[FIRST + position] = whole;
      else report(position, `${whole} is out of range: expected a whole number from 0 to ${most}`, ["no_whole", { value: String(whole), most }]);
    }
  }
  const rows = new Uint8Array(codes.length);
  for (let row = 0; row < codes.length; row++) rows[row] = bytes[codes[row]!]!;
  return rows;
}

const SIDES = ["left", "right"];

/** Rows as NDJSON under the names of the file, for what the mapping says of written values. */
export function ndjsonOf(fields: FileFields, columns: readonly Stored[], start: number, end: number): Uint8Array {
  const seen = new Set<string>();
  const own = fields.fields.map((field, position) => ({ field, stored: columns[position]! })).filter(({ field: { column } }) => !seen.has(column) && seen.add(column));
  const keys = own.map(({ field: { column } }) => `${JSON.stringify(column)}:`);
  const lines: string[] = [];
  for (let row = start; row < end; row++) {
    const cells: string[] = [];
    own.forEach(({ field, stored }, position) => {
      const code = stored.codes[row]!;
      const cell = code < FIRST ? undefined : jsonOf(stored.as, stored.values[code - FIRST], field.format);
      if (cell !== undefined) cells.push(keys[position]! + cell);
    });
    lines.push(`{${cells.join(",")}}\n`);
  }
  return new TextEncoder().encode(lines.join(""));
}

function jsonOf(as: StoredAs, value: unknown, format: string | undefined): string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  switch (as.is) {
    case "text": return JSON.stringify(value);
    case "date":
    case "time": {
      const iso = textOf(as, value);
      return JSON.stringify(format === undefined || dayOf(as, value) === undefined ? iso : asWritten(iso, format));
    }
    default: return textOf(as, value);
  }
}

/** A value that is no text as one. */
function textOf(as: StoredAs, value: unknown): string {
  if (as.is === "decimal") return written(value, as.scale);
  if (as.is === "float32") return String(shortest(value as number));
  if (as.is !== "date" && as.is !== "time") return String(value);
  const day = dayOf(as, value);
  if (day !== undefined) return new Date(day * DAY).toISOString().slice(0, 10);
  return new Date(Number(value) / ((as as { perDay: number }).perDay / DAY)).toISOString();
}

/** The decimal of at most four decimals that a float of 32 bits was made of, with as few as there can be. */
function shortest(value: number): number {
  for (let factor = 1; factor <= 10_000; factor *= 10) {
    const decimal = Math.round(value * factor) / factor;
    if (Math.fround(decimal) === value) return decimal;
  }
  return value;
}

/** A date in the format of the mapping, so that the reader of rows reads it as it reads the others. */
function asWritten(iso: string, format: string): string {
  const [year, month, day] = iso.split("-") as [string, string, string];
  const parts: Record<string, string> = { yyyy: year, MM: month, M: String(Number(month)), dd: day, d: String(Number(day)) };
  return format.replace(/yyyy|MM?|dd?/g, (part) => parts[part]!);
}

// A column of a file as it is stored, and what its values are as fields of claims.
import type * as api from "../care-coverage";
import { unusable } from "../error.ts";
import type { ClaimTable, Unreadable } from "../simulate/columns.ts";
import { LOW, NO_AMOUNT } from "../units.ts";
import type { FileField, FileFields } from "./fields.ts";

/** How a file stores a column. */
export type StoredAs =
  | { is: "text" } | { is: "integer" } | { is: "float" } | { is: "float32" } | { is: "boolean" } | { is: "date" }
  | { is: "decimal"; scale: number }
  /** So many units make a day. */
  | { is: "time"; perDay: number }
  | { is: "other"; name: string };

/** Some rows of a column. Of texts, the values are codes: 2 + the position in `names`. Null or undefined: there is none. */
export interface Stored {
  as: StoredAs;
  values: ArrayLike<unknown>;
  names: readonly string[];
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
    const report: Report = (row, message, [variant, params], reason = "wrong_value") => {
      if (!wrong.has(row)) wrong.set(row, [row, reason, 0, message, field.column, variant, params]);
    };
    if (field.field === null) by.push(textsOf(stored, field, length));
    else if (field.kind === "text") table.texts[field.field] = textsOf(stored, field, length);
    else if (field.kind === "amount") table.amounts[field.field] = amountsOf(stored, field.field, length, report);
    else if (field.kind === "date") table.days[field.field] = daysOf(stored, length, report);
    else table.bytes[field.field] = bytesOf(stored, field, length, report);
  });
  return { ...table, by, unreadable: [...wrong.values()].sort(([a], [b]) => a - b) };
}

type Report = (row: number, message: string, says: [variant: string, params: object], reason?: api.InvalidReason) => void;

/** Codes and names as they are. What has a value of ours has its name; what has none, and `null`, is left out as an empty cell is. */
function textsOf({ as, values, names }: Stored, { values: ours }: FileField, length: number): api.TextColumn {
  const codes = new Uint32Array(length);
  if (as.is !== "text") {
    const known = new Map<unknown, number>();
    const own: string[] = [];
    for (let row = 0; row < length; row++) {
      const value = values[row];
      if (value === null || value === undefined) continue;
      let code = known.get(value);
      if (code === undefined) known.set(value, (code = own.push(textOf(as, value)) + 1));
      codes[row] = code;
    }
    return { codes, names: mapped(own, ours) };
  }
  for (let row = 0; row < length; row++) codes[row] = (values[row] as number | null | undefined) ?? 0;
  // An empty text is an empty cell.
  const empty = names.indexOf("") + 2;
  if (empty > 1) for (let row = 0; row < length; row++) if (codes[row] === empty) codes[row] = 0;
  return { codes, names: mapped(names, ours) };
}

function mapped(names: readonly string[], ours: ReadonlyMap<string, unknown> | undefined): readonly string[] {
  return ours ? names.map((name) => (ours.has(name) ? String(ours.get(name)) : name)) : names;
}

/** In 1/10,000, without a big integer for each where there is none. */
function amountsOf({ as, values }: Stored, name: string, length: number, report: Report): BigInt64Array {
  const units = new BigInt64Array(length);
  const halves = new Uint32Array(units.buffer);
  const scale = as.is === "decimal" ? as.scale : 0;
  const [times, over] = scale <= 4 ? [10 ** (4 - scale), 1] : [1, 10 ** (scale - 4)];
  const isFloat = as.is === "float" || as.is === "float32";
  const isCorrection = ["charged", "secu_reimbursement", "secu_paid", "quantity"].includes(name);
  for (let row = 0; row < length; row++) {
    const value = values[row];
    if (value === null || value === undefined || (isFloat && Number.isNaN(value))) {
      units[row] = NO_AMOUNT;
      continue;
    }
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
      report(row, `${shown} is below 0`, ["below_zero", { value: shown }], isCorrection ? "regularisation" : "wrong_value");
      units[row] = NO_AMOUNT;
    } else if (Number.isSafeInteger(unit) && Number.isSafeInteger(isFloat ? unit : number)) {
      halves[row * 2 + LOW] = unit;
      halves[row * 2 + 1 - LOW] = Math.floor(unit / 2 ** 32);
    } else {
      const shown = written(value, scale);
      report(row, `${shown} is no amount: expected at most 11 digits before the point and 4 after it`, ["no_amount", { value: shown }]);
      units[row] = NO_AMOUNT;
    }
  }
  return units;
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

function daysOf({ as, values }: Stored, length: number, report: Report): Int32Array {
  const days = new Int32Array(length).fill(LEFT_OUT);
  for (let row = 0; row < length; row++) {
    const value = values[row];
    if (value === null || value === undefined) continue;
    const day = dayOf(as, value);
    if (day !== undefined && Math.abs(day) < -LEFT_OUT) days[row] = day;
    else report(row, `${String(value)} is no day: it has a time of day`, ["no_day", { value: String(value) }]);
  }
  return days;
}

const [NO_AGE, OLDEST, LARGEST] = [255, 130, 254];

function bytesOf(stored: Stored, field: FileField, length: number, report: Report): Uint8Array {
  const { values, names } = stored;
  const none = field.field === "member_age" ? NO_AGE : 0;
  const most = field.field === "member_age" ? OLDEST : LARGEST;
  const bytes = new Uint8Array(length).fill(none);
  const sides = names.map((name) => ["left", "right"].indexOf(name) + 2);
  for (let row = 0; row < length; row++) {
    const value = values[row];
    if (value === null || value === undefined || Number.isNaN(value)) continue;
    if (field.kind === "flag") bytes[row] = value ? 3 : 2;
    else if (field.kind === "side") {
      const side = sides[(value as number) - 2]!;
      if (side > 1) bytes[row] = side;
      else {
        const name = names[(value as number) - 2];
        if (name !== "") report(row, `\`${name}\` is no side: expected \`left\` or \`right\``, ["no_side", { value: name }]);
      }
    } else {
      const whole = Number(value);
      if (Number.isInteger(whole) && whole >= 0 && whole <= most) bytes[row] = whole;
      else report(row, `${whole} is out of range: expected a whole number from 0 to ${most}`, ["no_whole", { value: String(whole), most }]);
    }
  }
  return bytes;
}

/** Rows as NDJSON under the names of the file, for what the mapping says of written values. */
export function ndjsonOf(fields: FileFields, columns: readonly Stored[], start: number, end: number): Uint8Array {
  const seen = new Set<string>();
  const own = fields.fields.map((field, position) => ({ field, stored: columns[position]! })).filter(({ field: { column } }) => !seen.has(column) && seen.add(column));
  const keys = own.map(({ field: { column } }) => `${JSON.stringify(column)}:`);
  const lines: string[] = [];
  for (let row = start; row < end; row++) {
    const cells: string[] = [];
    own.forEach(({ field, stored }, position) => {
      const cell = jsonOf(stored, stored.values[row], field.format);
      if (cell !== undefined) cells.push(keys[position]! + cell);
    });
    lines.push(`{${cells.join(",")}}\n`);
  }
  return new TextEncoder().encode(lines.join(""));
}

function jsonOf({ as, names }: Stored, value: unknown, format: string | undefined): string | undefined {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined;
  switch (as.is) {
    case "text": {
      const text = names[(value as number) - 2]!;
      return text === "" ? undefined : JSON.stringify(text);
    }
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

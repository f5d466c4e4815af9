// Arrow by apache-arrow: record batches, each with the dictionaries before it. Codes and names of a dictionary stay as they are.
import type { Data, DataType, Table, Vector } from "apache-arrow";
import type * as api from "../care-coverage";
import { CoverageError, unusable } from "../error.ts";
import { fieldsOf } from "./fields.ts";
import { type Packages, load } from "./packages.ts";
import type { FileStart, OpenFile } from "./reader.ts";
import { FIRST, NOTHING } from "./texts.ts";
import { type Stored, type StoredAs, isStored } from "./values.ts";

type Arrow = Packages["apache-arrow"];

export async function openArrow({ bytes }: FileStart, options: api.SimulateOptions): Promise<OpenFile> {
  const arrow = await load("apache-arrow");
  const read = (parts: readonly Uint8Array[], where: string): Table => {
    try {
      return arrow.tableFromIPC(joined([bytes, ...parts, END]));
    } catch (error) {
      throw damaged(where, error);
    }
  };
  const { schema } = read([], "schema");
  const fields = fieldsOf(schema.fields.map(({ name }) => name), options);
  const types = fields.fields.map(({ column }) => {
    const field = schema.fields.find(({ name }) => name === column);
    if (field === undefined) throw unusable("missing_field", `the Arrow file has no column ${JSON.stringify(column)}`);
    return storedAs(arrow, field.type);
  });
  for (const name of ["care_type", "charged"]) {
    if (!fields.isWritten && !fields.fields.some(({ field }) => field === name)) throw unusable("missing_field", `the Arrow file has no column for \`${name}\``);
  }
  const areStored = fields.fields.map((field, position) => isStored("Arrow", field, types[position]!));
  return {
    pieces: [],
    fields,
    isStored: !fields.isWritten && areStored.every(Boolean),
    async read(piece, given) {
      const where = `piece ${piece + 1}`;
      const table = read(given.map((buffer) => new Uint8Array(buffer)), where);
      try {
        const columns = fields.fields.map(({ column }, position) => stored(arrow, table.getChild(column)!, types[position]!));
        return { columns, rows: table.numRows };
      } catch (error) {
        throw damaged(where, error);
      }
    },
  };
}

/** The end of a stream. */
const END = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 0);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}

function storedAs({ DataType, DateUnit, Precision, TimeUnit }: Arrow, type: DataType): StoredAs {
  if (DataType.isDictionary(type)) return DataType.isUtf8(type.dictionary) || DataType.isLargeUtf8(type.dictionary) ? { is: "text" } : { is: "other", name: String(type) };
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return { is: "text" };
  if (DataType.isInt(type)) return { is: "integer" };
  if (DataType.isBool(type)) return { is: "boolean" };
  if (DataType.isFloat(type) && type.precision !== Precision.HALF) return { is: type.precision === Precision.SINGLE ? "float32" : "float" };
  if (DataType.isDecimal(type)) return { is: "decimal", scale: type.scale };
  if (DataType.isDate(type)) return type.unit === DateUnit.DAY ? { is: "date" } : { is: "time", perDay: 86_400_000 };
  if (DataType.isTimestamp(type)) {
    const perSecond = { [TimeUnit.SECOND]: 1, [TimeUnit.MILLISECOND]: 1e3, [TimeUnit.MICROSECOND]: 1e6, [TimeUnit.NANOSECOND]: 1e9 }[type.unit];
    return { is: "time", perDay: 86_400 * perSecond };
  }
  return { is: "other", name: String(type) };
}

/** The values as they lie there: of each batch after those of the ones before it. */
function stored(arrow: Arrow, vector: Vector, as: StoredAs): Stored {
  const codes = new Uint32Array(vector.length);
  const values: unknown[] = [];
  const known = new Map<string, number>();
  const codeOf = (text: string | null): number => {
    if (text === null || text === "") return NOTHING;
    let code = known.get(text);
    if (code === undefined) known.set(text, (code = values.push(text) - 1 + FIRST));
    return code;
  };
  let start = 0;
  for (const data of vector.data) {
    const codeOfRow = reading(arrow, data, as, values, codeOf);
    const { length, nullCount } = data;
    for (let row = 0; row < length; row++) codes[start + row] = nullCount > 0 && !data.getValid(row) ? NOTHING : codeOfRow(row);
    start += length;
  }
  return { as, codes, values };
}

/** Reads the values of one batch. */
function reading(arrow: Arrow, data: Data, as: StoredAs, into: unknown[], codeOf: (text: string | null) => number): (row: number) => number {
  const { values, type } = data;
  if (arrow.DataType.isDictionary(type)) {
    const own = Array.from(data.dictionary!, codeOf);
    return (row) => own[Number(values[row])] ?? NOTHING;
  }
  const vector = new arrow.Vector([data]);
  const put = (value: unknown): number => into.push(value) - 1 + FIRST;
  switch (as.is) {
    case "text": return (row) => codeOf(vector.get(row) as string);
    case "boolean": return (row) => put(vector.get(row));
    case "decimal": {
      const words = data.stride;
      return (row) => put(wordsAsNumber(values as Uint32Array, row * words, words));
    }
    default: return (row) => put(values[row]);
  }
}

/** Words of 32 bits, the lowest first. */
function wordsAsNumber(words: Uint32Array, start: number, count: number): number | bigint {
  const high = words[start + 1]!;
  let isSmall = high < 2 ** 21;
  for (let word = 2; word < count; word++) isSmall &&= words[start + word] === 0;
  if (isSmall) return high * 2 ** 32 + words[start]!;
  let number = 0n;
  for (let word = count - 1; word >= 0; word--) number = number * 2n ** 32n + BigInt(words[start + word]!);
  return BigInt.asIntN(count * 32, number);
}

function damaged(where: string, error: unknown): CoverageError {
  if (error instanceof CoverageError) return error;
  return unusable("wrong_type", `the Arrow file is damaged, or of a kind that is not read: ${where}: ${error instanceof Error ? error.message : String(error)}`);
}

/**
 * How is a file of acts written, and what do its columns mean? Read from its beginning, before it is evaluated.
 */
import { parseDecimal } from "../../kit/fields/numbers";
import { separatorIn, type Separator, TableRows } from "../../kit/table-rows";
import { type Encoding, TextOfBytes } from "../../kit/table-text";
import { type Field, FIELD_KINDS, FIELDS } from "./fields";
import { guessFields } from "./headings";

export interface Table {
  separator: Separator;
  /** Rows up to the header, with it: a spreadsheet may write `sep=;` before it. */
  headerRows: number;
  header: readonly string[];
  /** The first rows. */
  sample: readonly (readonly string[])[];
  /** What each column means, as guessed from its heading, or as a person has said. */
  fields: readonly (Field | null)[];
}

export interface Look {
  encoding: Encoding;
  hasMark: boolean;
  /** Null for NDJSON. */
  table: Table | null;
  /** With which amounts are written. */
  decimalSign: "," | ".";
  lineEnd: "\n" | "\r\n";
}

/** So much of a file is looked at. */
export const LOOKED_AT = 1 << 16;
export const SAMPLE_ROWS = 20;
const DECLARED = /^sep=(.)\s*$/i;

/** `fields`: those that a column can mean. */
export async function look(file: Blob, isCsv: boolean, fields: readonly Field[] = FIELDS): Promise<Look> {
  const reader = new TextOfBytes();
  const whole = reader.push(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
  const text = (whole === "" || file.size <= LOOKED_AT ? whole + reader.finish() : whole).replace(/^\uFEFF/, "");
  const { encoding, hasMark } = reader;
  const table = isCsv ? tableOf(text, fields) : null;
  return { encoding, hasMark, table, decimalSign: table ? decimalSignIn(table) : ".", lineEnd: text.includes("\r\n") ? "\r\n" : "\n" };
}

function tableOf(text: string, fields: readonly Field[]): Table {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
  const declared = DECLARED.exec(lines[0] ?? "")?.[1];
  const separator = declared === ";" || declared === "," || declared === "\t" ? declared : separatorIn(lines[declared === undefined ? 0 : 1] ?? "");
  const rows = new TableRows(separator);
  const found = [...rows.push(text), ...rows.finish()];
  const headerRows = declared === undefined ? 1 : 2;
  const header = (found[headerRows - 1]?.cells ?? []).map((heading) => heading.trim());
  const sample = found.slice(headerRows, headerRows + SAMPLE_ROWS).map(({ cells }) => cells);
  return { separator, headerRows, header, sample, fields: guessFields(header, fields) };
}

function decimalSignIn({ sample, fields, separator }: Table): "," | "." {
  const amounts = sample.flatMap((row) => row.filter((_, column) => isDecimal(fields[column] ?? null)));
  const written = amounts.filter((amount) => parseDecimal(amount).ok);
  if (written.some((amount) => /,\d{1,2}\D*$/.test(amount))) return ",";
  return separator === ";" && !written.some((amount) => /\.\d{1,2}\D*$/.test(amount)) ? "," : ".";
}

function isDecimal(field: Field | null): boolean {
  return field !== null && (FIELD_KINDS[field] === "amount" || FIELD_KINDS[field] === "percent");
}

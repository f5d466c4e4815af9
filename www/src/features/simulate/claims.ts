/**
 * How does the engine read a file of claims, by what a person says of its columns? A table gets a header of its own: the fields that its
 * columns mean, and names of ours for the others, so that a heading may be empty, be there twice, or have any name.
 */
import { type ClaimMapping, knownFactValues, type LoadedCatalog } from "../../engine/engine";
import { TableRows } from "../../kit/table-rows";
import { TextOfBytes } from "../../kit/table-text";
import { valueLabels } from "../common/values";
import { type Field, FIELD_KINDS } from "./fields";
import { LOOKED_AT, type Look, type Table } from "./layout";
import type { Format } from "./format";
import type { ActsFile } from "./model";
import { isColumnar } from "./format";
import { nationalMapping } from "./national";

export interface Claims {
  source: Blob;
  format: Format;
  mapping?: ClaimMapping;
  /** What has to be added to a line of the source for that of the file. */
  linesBefore: number;
  /** What is in place of so many bytes of the file, in UTF-8; null where it is read as it is. */
  header: string | null;
  headerBytes: number;
}

type Columns = Pick<ActsFile, "format" | "look" | "fields" | "isNational">;

/** The name of a column for the engine: its field, or one by its position; of a file of columns its own. */
export function columnName({ format, look, fields, isNational }: Columns, column: number): string {
  if (isNational) return look?.table?.header[column] || `column ${column + 1}`;
  return isColumnar(format) ? (look?.table?.header[column] ?? "") : (fields[column] ?? `column ${column + 1}`);
}

/** The position of a column by that name; null where it is not there. */
export function columnAt(name: string, columns: Columns): number | null {
  const at = columns.fields.findIndex((_, column) => columnName(columns, column) === name);
  return at < 0 ? null : at;
}

export async function claimsOf(columns: Columns & { file: File; look: Look }, catalog: LoadedCatalog): Promise<Claims> {
  const { file, format, look: { table, encoding }, isNational } = columns;
  const asItIs = { source: file, format, linesBefore: 0, header: null, headerBytes: 0 };
  if (!table) return asItIs;
  const mapping = isNational ? await nationalMapping(table, catalog) : mappingOf(columns, table, catalog);
  if (isColumnar(format)) return { ...asItIs, mapping };
  const header = `${table.header.map((_, column) => columnName(columns, column)).join(table.separator)}\n`;
  const text: Blob = encoding === "utf-8" ? file : await inUtf8(file);
  const { bytes, lines } = await headerOf(text, table);
  return {
    source: new Blob([header, text.slice(bytes)]),
    format,
    mapping,
    linesBefore: lines - 1,
    header,
    headerBytes: bytes,
  };
}

async function inUtf8(file: File): Promise<Blob> {
  const reader = new TextOfBytes();
  const parts: Blob[] = [];
  for (let start = 0; start < file.size; start += PART_BYTES) {
    parts.push(new Blob([reader.push(new Uint8Array(await file.slice(start, start + PART_BYTES).arrayBuffer()))]));
  }
  return new Blob([...parts, reader.finish()]);
}

const PART_BYTES = 1 << 20;

/** How many bytes and lines there are up to the first row that is none of the header. */
async function headerOf(text: Blob, { headerRows, separator }: Table): Promise<{ bytes: number; lines: number }> {
  const beginning = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await text.slice(0, LOOKED_AT).arrayBuffer());
  const rows = new TableRows(separator);
  // Blank lines are no rows: the first row that follows says where they end.
  const found = [...rows.push(beginning), ...rows.finish()];
  const last = found[headerRows - 1];
  if (!last) return { bytes: text.size, lines: 1 };
  const end = beginning.indexOf(last.text) + last.text.length;
  const breakAfter = /^(?:\r\n|\n|\r)/.exec(beginning.slice(end))?.[0] ?? "";
  const before = beginning.slice(0, end + breakAfter.length);
  return { bytes: new TextEncoder().encode(before).length, lines: before.match(/\r\n|\n|\r/g)?.length ?? 1 };
}

/** What people write in cells, for the fields that have values of their own. */
function mappingOf(columns: Columns, { header, sample, separator }: Table, catalog: LoadedCatalog): ClaimMapping {
  const mapped = header.flatMap((_, position) => {
    const field = columns.fields[position] ?? null;
    if (field === null) return [];
    const cells = sample.map((row) => (row[position] ?? "").trim()).filter((cell) => cell !== "");
    return [[field, columnOf(field, columnName(columns, position), cells, catalog)] as const];
  });
  // Each field has a column of its kind, which its type cannot say of a list.
  const of: ClaimMapping = { columns: Object.fromEntries(mapped) as unknown as ClaimMapping["columns"] };
  return isColumnar(columns.format) ? of : { ...of, separator: separator === "\t" ? "tab" : separator };
}

/** How a mapping names the column of a field, whose fields are those of rows. */
type ColumnName = NonNullable<Extract<NonNullable<ClaimMapping["columns"]>, { person?: unknown }>[Field]>;

function columnOf(field: Field, column: string, cells: readonly string[], catalog: LoadedCatalog): ColumnName {
  const kind = FIELD_KINDS[field];
  if (kind === "date") {
    // Those of most cells: one may be wrong.
    const format = DATE_FORMATS.find(({ is }) => cells.filter((cell) => is.test(cell)).length * 2 > cells.length)?.format;
    return format ? { column, format } : column;
  }
  if (kind === "care_type") return cells.some((cell) => !catalog.types.has(cell)) ? { column, values: careTypes(catalog) } : column;
  if (kind === "boolean") return cells.some((cell) => cell !== "true" && cell !== "false") ? { column, values: yesNo(field) } : column;
  if (kind === "side") return { column, values: SIDES };
  const labels = (valueLabels as Partial<Record<Field, Record<string, string>>>)[field];
  return labels ? { column, values: labelled(field, labels) } : column;
}

const DATE_FORMATS = [
  { is: /^\d{1,2}\/\d{1,2}\/\d{4}$/, format: "d/M/yyyy" },
  { is: /^\d{1,2}-\d{1,2}-\d{4}$/, format: "d-M-yyyy" },
  { is: /^\d{1,2}\.\d{1,2}\.\d{4}$/, format: "d.M.yyyy" },
  { is: /^\d{8}$/, format: "yyyyMMdd" },
];
const YES = ["true", "vrai", "oui", "yes", "o", "y", "1", "x"];
const NO = ["false", "faux", "non", "no", "n", "0"];
const OPTAM = { yes: ["optam", "optam-co", "secteur 1"], no: ["sans optam", "hors optam", "non optam"] };
const SIDES = { left: "left", right: "right", gauche: "left", droite: "right", Gauche: "left", Droite: "right", GAUCHE: "left", DROITE: "right", G: "left", D: "right", OG: "left", OD: "right", L: "left", R: "right" };

/** As they are written, in capitals and with one. */
function spellings(words: readonly string[]): string[] {
  return words.flatMap((word) => [word, word.toUpperCase(), word.charAt(0).toUpperCase() + word.slice(1)]);
}

function yesNo(field: Field): Record<string, boolean> {
  const isOptam = field === "is_optam_or_secteur_1";
  const words = (yes: boolean) => spellings([...(yes ? YES : NO), ...(isOptam ? OPTAM[yes ? "yes" : "no"] : [])]);
  return Object.fromEntries([...words(true).map((word) => [word, true] as const), ...words(false).map((word) => [word, false] as const)]);
}

/** A label of two care types says neither. */
function careTypes({ types }: LoadedCatalog): Record<string, string> {
  const codes = new Map<string, string | null>();
  for (const { short_code: code, label } of types.values()) {
    for (const name of label ? [label, label.toUpperCase(), label.toLowerCase()] : []) codes.set(name, codes.has(name) && codes.get(name) !== code ? null : code);
    if (!codes.has(code.toLowerCase())) codes.set(code.toLowerCase(), code);
  }
  for (const code of types.keys()) codes.set(code, code);
  return Object.fromEntries([...codes].flatMap(([name, code]) => (code === null ? [] : [[name, code] as const])));
}

function labelled(fact: Field, labels: Record<string, string>): Record<string, string> {
  const known = (knownFactValues as Partial<Record<Field, readonly string[]>>)[fact] ?? [];
  const written = (code: string) => [code, labels[code] ?? code, `${code} ${labels[code] ?? ""}`.trim(), code.replace(/^0(?=\d)/, "")];
  return Object.fromEntries(known.flatMap((code) => written(code).map((name) => [name, code] as const)));
}

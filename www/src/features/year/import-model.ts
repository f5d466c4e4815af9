/**
 * Which acts does a table say, as a spreadsheet has it? Each column means a field of the act, its label, or nothing that is known: then it
 * is kept with the act as a note, under `x-` and its heading. What cannot be read is kept as it is written, and can be corrected in its row.
 */
import { computed, signal } from "@preact/signals";
import type { LoadedCatalog } from "../../engine/engine";
import { parseDate } from "../../kit/fields/dates";
import { parseDecimal } from "../../kit/fields/numbers";
import { fold } from "../../kit/search";
import { type TableRow, TableRows } from "../../kit/table-rows";
import { compiled } from "../../store/readings";
import { isAmount } from "../act/amount-fields";
import { cellReader, type Column } from "../simulate/cells";
import { type Field, FIELD_KINDS } from "../simulate/fields";
import type { Look } from "../simulate/layout";
import { columnOf } from "../simulate/column";

/** The field that the table is pasted into. */
export const IMPORT_TEXT = "year-import-text";

export type Meaning = Field | "label";

export interface Importing {
  text: string;
  /** Of the file; null where it was pasted. */
  name: string | null;
  /** Null until its beginning is read. */
  look: Look | null;
  hasHeadings: boolean;
  meanings: readonly (Meaning | null)[];
}

/** Null while no table is brought in. */
export const importing = signal<Importing | null>(null);

const KINDS = ["unreadable", "unknown_care_type", "no_care_type", "no_charged", "torn"] as const;
export type ProblemKind = (typeof KINDS)[number];

/** Problems of one kind in one column. */
export interface Problem {
  kind: ProblemKind;
  meaning: Meaning;
  lines: number[];
  /** Distinct values, the first ones. */
  values: string[];
}

export interface Imported {
  entries: Record<string, unknown>[];
  problems: Problem[];
}

export interface ImportTable {
  headings: readonly string[];
  rows: readonly TableRow[];
}

/** Its rows without the headings; null until the beginning is read. */
export const importTable = computed((): ImportTable | null => {
  const now = importing.value;
  const table = now?.look?.table;
  if (!now || !table) return null;
  const reader = new TableRows(table.separator);
  const all = [...reader.push(now.text), ...reader.finish()];
  const first = now.hasHeadings ? table.headerRows : table.headerRows - 1;
  const rows = all.slice(first);
  const width = Math.max(table.header.length, ...rows.slice(0, 100).map(({ cells }) => cells.length));
  return { headings: Array.from({ length: width }, (_, column) => (now.hasHeadings ? (table.header[column] ?? "") : "")), rows };
});

export const imported = computed((): Imported | null => {
  const [now, table, hand] = [importing.value, importTable.value, compiled.value];
  return now?.look && table && hand ? entriesOf(now, table, hand.catalog) : null;
});

type Found = Map<string, Problem>;

function entriesOf({ meanings }: Importing, { headings, rows }: ImportTable, catalog: LoadedCatalog): Imported {
  const fields = headings.map((_, column) => (meanings[column] === "label" ? null : (meanings[column] ?? null))) as (Field | null)[];
  const columns = fields.map((field) => field && columnOf(field, catalog));
  const readers = columns.map((column) => (column ? cellReader(column) : null));
  const found: Found = new Map();
  const entries = rows.map(({ cells, line, isTorn }) => {
    if (isTorn) note(found, "torn", "label", line, "");
    const entry = { act: {} as Record<string, unknown>, amounts: {} as Record<string, unknown> };
    const notes: Record<string, unknown> = {};
    let label: string | null = null;
    headings.forEach((heading, column) => {
      const cell = (cells[column] ?? "").trim();
      const field = columns[column] ?? null;
      if (cell === "") return;
      if (meanings[column] === "label") label = cell;
      else if (field === null) notes[`x-${heading || column + 1}`] = cell;
      else put(entry, field, readers[column]!(cell), cell, { line, found, catalog });
    });
    if (entry.act["care_type"] === undefined) {
      note(found, "no_care_type", "care_type", line, "");
      entry.act = { care_type: "", ...entry.act };
    }
    if (entry.amounts["charged"] === undefined) note(found, "no_charged", "charged", line, "");
    return { ...(label !== null && { label }), ...entry, ...notes };
  });
  return { entries, problems: [...found.values()].sort((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.lines.length - a.lines.length) };
}

interface Place {
  line: number;
  found: Found;
  catalog: LoadedCatalog;
}

function put(entry: { act: Record<string, unknown>; amounts: Record<string, unknown> }, column: Column, value: unknown, cell: string, { line, found, catalog }: Place): void {
  const field = column.field as Field;
  if (value === undefined) return;
  (isAmount(field) ? entry.amounts : entry.act)[field] = value;
  if (field === "care_type" && !catalog.types.has(String(value))) note(found, "unknown_care_type", field, line, cell);
  else if (!isRead(field, value)) note(found, "unreadable", field, line, cell);
}

/** What a reader cannot read it gives back as it is written. */
function isRead(field: Field, value: unknown): boolean {
  if (value === null) return true;
  switch (FIELD_KINDS[field]) {
    case "date":
      return parseDate(String(value)).ok && /^\d{4}-/.test(String(value));
    case "amount":
    case "percent":
      return /^\d+(\.\d+)?$/.test(String(value));
    case "boolean":
      return typeof value === "boolean";
    case "age":
    case "tooth":
      return typeof value === "number";
    case "teeth":
      return Array.isArray(value) && value.every((tooth) => typeof tooth === "number");
    case "side":
      return value === "left" || value === "right";
    default:
      return true;
  }
}

const MOST_VALUES = 4;

function note(found: Found, kind: ProblemKind, meaning: Meaning, line: number, value: string): void {
  const key = `${kind}/${meaning}`;
  const problem = found.get(key) ?? { kind, meaning, lines: [], values: [] };
  found.set(key, problem);
  if (problem.lines.at(-1) !== line) problem.lines.push(line);
  if (value !== "" && problem.values.length < MOST_VALUES && !problem.values.includes(value)) problem.values.push(value);
}

/** A first row of dates and numbers is no heading. */
export function seemsHeadings(cells: readonly string[], guessed: readonly (Meaning | null)[]): boolean {
  return guessed.some((meaning) => meaning !== null) || !cells.some((cell) => parseDate(cell).ok || parseDecimal(cell).ok);
}

const LABELS = ["libelle", "libelle de l acte", "libelle acte", "intitule", "designation", "description", "label", "nom de l acte"];

/** A column that is no field may be what the act is called. */
export function withLabels(headings: readonly string[], fields: readonly (Field | null)[]): (Meaning | null)[] {
  const plain = (heading: string) => fold(heading).replace(/[^a-z0-9]+/g, " ").trim();
  const at = headings.findIndex((heading, column) => fields[column] === null && LABELS.includes(plain(heading)));
  return headings.map((_, column) => (column === at ? "label" : (fields[column] ?? null)));
}

/** Without headings, by what the columns hold: the first dates, the first codes of care types, the first numbers. */
export function guessByValues(rows: readonly (readonly string[])[], width: number, isCareType: (cell: string) => boolean): (Meaning | null)[] {
  const isAll = (column: number, test: (cell: string) => boolean) => {
    const cells = rows.map((row) => (row[column] ?? "").trim()).filter((cell) => cell !== "");
    return cells.length > 0 && cells.every(test);
  };
  const tests: [Meaning, (cell: string) => boolean][] = [
    ["care_type", isCareType],
    ["care_date", (cell) => parseDate(cell).ok],
    ["charged", (cell) => parseDecimal(cell).ok],
  ];
  const meanings: (Meaning | null)[] = Array.from({ length: width }, () => null);
  for (const [meaning, test] of tests) {
    const column = meanings.findIndex((taken, column) => taken === null && isAll(column, test));
    if (column >= 0) meanings[column] = meaning;
  }
  return meanings;
}

/** How does the worker read a file, by what a person and the catalogue in hand say? */
import { knownFactValues, type LoadedCatalog, type TextFact } from "../../engine/engine";
import { fold } from "../../kit/search";
import { outcomeWords, factName } from "../common/act-words";
import { valueLabels } from "../common/values";
import type { Column } from "./cells";
import type { Reading } from "./evaluation";
import { type Field, FIELD_KINDS, FIELDS } from "./fields";
import type { Joining } from "./joined";
import type { Look } from "./layout";
import { batchWords as b } from "./words";

export function readingOf({ table }: Look, fields: readonly (Field | null)[], catalog: LoadedCatalog): Reading {
  const columns = fields.map((field) => field && columnOf(field, catalog));
  return { table: table && { separator: table.separator, headerRows: table.headerRows, columns }, joining: null };
}

function columnOf(field: Field, catalog: LoadedCatalog): Column {
  const column: Column = { field, kind: FIELD_KINDS[field] };
  if (field === "care_type") return { ...column, codes: careTypeCodes(catalog) };
  const labels = (valueLabels as Partial<Record<Field, Record<string, string>>>)[field];
  return labels ? { ...column, codes: valueCodes(field as TextFact, labels) } : column;
}

/** Codes by their labels, and by themselves in any case. A label of two care types says neither. */
function careTypeCodes({ types }: LoadedCatalog): Map<string, string> {
  const codes = new Map<string, string | null>();
  for (const { short_code: code, label } of types.values()) {
    if (!label) continue;
    const name = fold(label);
    codes.set(name, codes.has(name) ? null : code);
  }
  for (const code of types.keys()) codes.set(fold(code), code);
  return new Map([...codes].flatMap(([name, code]): [string, string][] => (code === null ? [] : [[name, code]])));
}

/** Spreadsheets drop the zero of `03`. */
function valueCodes(fact: TextFact, labels: Record<string, string>): Map<string, string> {
  const known = knownFactValues[fact];
  const written = (code: string) => [code, labels[code] ?? code, `${code} ${labels[code] ?? ""}`.trim(), code.replace(/^0(?=\d)/, "")];
  return new Map(known.flatMap((code) => written(code).map((name): [string, string] => [fold(name), code])));
}

/** How the file is written again with its answers. */
export function joiningOf({ decimalSign, lineEnd }: Look, hasAmounts: boolean): Joining {
  const { outcome, guarantee, money } = b.joined;
  const outcomes = { ...outcomeWords.words, invalid_act: b.invalid };
  return {
    decimalSign,
    lineEnd,
    headings: { outcome, guarantee, money: hasAmounts ? { ...money } : null },
    words: { ...outcomes, ...Object.fromEntries(FIELDS.map((field) => [field, fieldName(field)])) },
  };
}

export function fieldName(field: string): string {
  return field === "care_type" ? b.careType : factName(field);
}

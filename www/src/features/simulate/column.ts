/** How are the cells of a column read, by the catalogue in hand: care types by their labels, values by their words? */
import { knownFactValues, type LoadedCatalog, type TextFact } from "../../engine/engine";
import { fold } from "../../kit/search";
import { factName } from "../common/act-words";
import { valueLabels } from "../common/values";
import type { Column } from "./cells";
import { type Field, FIELD_KINDS } from "./fields";
import { fileWords } from "./words";

export function columnOf(field: Field, catalog: LoadedCatalog): Column {
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

export function fieldName(field: string): string {
  const own: Partial<Record<string, string>> = fileWords.claimFields;
  return own[field] ?? factName(field);
}

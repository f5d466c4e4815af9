/** How does the worker read a file, by what a person and the catalogue in hand say? */
import type { LoadedCatalog } from "../../engine/engine";
import { outcomeWords } from "../common/act-words";
import { columnOf, fieldName } from "./column";
import type { Reading } from "./evaluation";
import { type Field, FIELDS } from "./fields";
import type { Joining } from "./joined";
import type { Look } from "./layout";
import { fileWords as b } from "./words";

export function readingOf({ table }: Look, fields: readonly (Field | null)[], catalog: LoadedCatalog): Reading {
  const columns = fields.map((field) => field && columnOf(field, catalog));
  return { table: table && { separator: table.separator, headerRows: table.headerRows, columns }, joining: null };
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

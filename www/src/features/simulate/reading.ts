/** How does the worker read a file, by what a person and the catalogue in hand say? */
import type { LoadedCatalog } from "../../engine/engine";
import { outcomeWords } from "../common/act-words";
import { columnOf, fieldName } from "./column";
import type { Reading } from "./evaluation";
import { CLAIM_FIELDS, type Field, FIELDS } from "./fields";
import type { JoinedHeadings, Joining } from "./joined";
import type { Look } from "./layout";
import { fileWords as b } from "./words";

/** Each row on its own: whose it is does not matter. */
export function readingOf({ table }: Look, fields: readonly (Field | null)[], catalog: LoadedCatalog): Reading {
  const columns = fields.map((field) => (field === null || CLAIM_FIELDS.includes(field) ? null : columnOf(field, catalog)));
  return { table: table && { separator: table.separator, headerRows: table.headerRows, columns }, joining: null };
}

/** How the file is written again with its answers; of both sides where a draft is named. */
export function joiningOf({ decimalSign, lineEnd }: Look, hasAmounts: boolean, names: { current: string; draft: string } | null = null): Joining {
  const outcomes = { ...outcomeWords.words, invalid_act: b.invalid };
  const headings = (name: string | null): JoinedHeadings => {
    const { outcome, guarantee, money } = b.joined;
    const of = (heading: string) => (name === null ? heading : `${heading} (${name})`);
    const all = Object.fromEntries(Object.entries(money).map(([part, heading]) => [part, of(heading)])) as typeof money;
    return { outcome: of(outcome), guarantee: of(guarantee), money: hasAmounts ? all : null };
  };
  return {
    decimalSign,
    lineEnd,
    headings: headings(names?.current ?? null),
    draft: names && { headings: headings(names.draft), difference: b.joined.difference },
    words: { ...outcomes, ...Object.fromEntries(FIELDS.map((field) => [field, fieldName(field)])) },
  };
}

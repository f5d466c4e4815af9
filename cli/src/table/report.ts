// What was not understood of a table, each with its place, as people say it of spreadsheets: B7, row 9.
import type { BenefitPlace, BenefitTableReadCell, BenefitTableReadRow, BenefitTableReading } from "care-coverage/benefit-table";
import type { Words } from "../kit/words.ts";
import { wrapped } from "../kit/wrap.ts";

const WIDTH = 80;

/** One text for each finding, by row and column; none where all was understood. */
export function findings({ rows, cells, share_open, footnotes }: BenefitTableReading, words: Words["importWords"]): string[] {
  const found = [
    ...rows.flatMap((row) => ofRow(row, words).map((text) => ({ row: row.row, column: -1, text }))),
    ...footnotes.flatMap(({ row, text, is_used }) => (row === null || is_used ? [] : [{ row, column: -1, text: words.about(`${words.row(row + 1)} ${words.quoted(text)}`, words.unusedFootnote) }])),
    ...cells.filter(isFirst).flatMap((cell) => ofCell(cell, words).map((text) => ({ row: cell.row, column: cell.column, text }))),
    ...share_open.map(({ column, rows: open }) => ({ row: Math.min(...open), column, text: words.about(words.column(lettersOf(column)), words.shareOpen(open.map((row) => row + 1))) })),
  ];
  return found.sort((left, right) => left.row - right.row || left.column - right.column).map(({ text }) => wrapped(text, "  ", "    ", WIDTH));
}

/** Columns that are no formula: of what the Sécu pays, of totals, of examples. */
export function otherColumns({ other_columns }: BenefitTableReading, words: Words["importWords"]): string[] {
  return other_columns.map(({ column, name, holds }) => `  ${words.about(`${words.column(lettersOf(column))} ${words.quoted(name)}`, words.otherColumn[holds])}`);
}

/** What was taken for granted, and in how many cells that are in a coverage. */
export function assumedIn({ cells }: BenefitTableReading): { share: number; year: number; unit: number } {
  const used = cells.filter(({ status }) => status === "read");
  const count = (what: "share" | "year" | "unit") => used.filter(({ reading }) => reading.assumed.includes(what)).length;
  return { share: count("share"), year: count("year"), unit: count("unit") };
}

export function countsOf({ cells }: BenefitTableReading): { understood: number; not: number } {
  const understood = cells.filter(({ status }) => status === "read" || status === "nothing").length;
  return { understood, not: cells.length - understood };
}

function ofRow({ row, label, status, unread, asides }: BenefitTableReadRow, words: Words["importWords"]): string[] {
  const head = `${words.row(row + 1)} ${words.quoted(label)}`;
  if (status === "contradictory") return [words.about(head, words.contradictory)];
  if (status === "unmatched") return [words.about(head, unread.length > 0 ? words.notUnderstood(quotedIn(label, unread, words)) : words.noCareType)];
  return status === "matched" && asides.length > 0 ? [words.about(head, words.aside(quotedIn(label, asides, words)))] : [];
}

function ofCell({ row, column, text, status, reading, inapplicable }: BenefitTableReadCell, words: Words["importWords"]): string[] {
  const head = `${lettersOf(column)}${row + 1} ${words.quoted(text)}`;
  if (status === "unread") return [words.about(head, words.notUnderstood(quotedIn(text, reading.unread, words)))];
  if (status === "contradictory") return [words.about(head, words.contradictory)];
  if (status === "shadowed") return [words.about(head, words.shadowed)];
  return inapplicable.length > 0 ? [words.about(head, words.inapplicable(inapplicable))] : [];
}

/** A text that spans several places is reported at the first. */
function isFirst({ row, column, origin }: BenefitTableReadCell, _: number, all: readonly BenefitTableReadCell[]): boolean {
  const same = all.find((cell) => cell.origin[0] === origin[0] && cell.origin[1] === origin[1]);
  return same === undefined || (same.row === row && same.column === column);
}

function quotedIn(text: string, places: readonly BenefitPlace[], { quoted }: Words["importWords"]): string {
  return places.map(({ start, end }) => quoted(text.slice(start, end))).join(", ");
}

/** 0 is A, 26 is AA. */
export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** What of the table is in no coverage, each with its place and why: nothing is dropped in silence. */
import { computed } from "@preact/signals";
import type { BenefitTableReadCell, BenefitTableReading } from "../../engine/import";
import { reading } from "./model";
import { unreadOfCell } from "./notes";
import { allReasonsOf, lettersOf, placeName, type Reason, quoted, rows, type SheetRow, shortName, type Spot } from "./spots";
import { importWords } from "./words";

export type Why = "unread" | "unmatched" | "contradictory" | "shadowed" | "left" | "aside" | "words" | "heading" | "note" | "footnote" | "frame" | "secu" | "total" | "example";

export interface LeftOut {
  /** Null: of all. */
  formula: number | null;
  place: string;
  /** The label of its row. */
  label: string;
  text: string;
  why: Why;
  /** The words that are not understood, where it is only some. */
  words: string[];
}

export interface Assumed {
  formula: number;
  place: string;
  label: string;
  text: string;
  reasons: Reason[];
}

export const leftOut = computed((): LeftOut[] => {
  const said = reading.value;
  if (!said) return [];
  return [...said.other_columns.map(ofColumn), ...rows.value.flatMap((row) => ofRow(row, said))];
});

export const assumed = computed((): Assumed[] =>
  rows.value.flatMap(({ spots, read }) =>
    spots.flatMap(({ cells, state, row, column }) => {
      if (state === "left") return [];
      return cells.flatMap((cell) => {
        const reasons = cell.status === "read" ? allReasonsOf(cell) : [];
        return reasons.length === 0 ? [] : [{ formula: cell.formula, place: placeName(row, column), label: read?.label ?? "", text: cell.text, reasons }];
      });
    }),
  ),
);

/** A column of something else than a formula, as a whole. */
function ofColumn({ column, name, holds }: BenefitTableReading["other_columns"][number]): LeftOut {
  return { formula: null, place: lettersOf(column), label: "", text: shortName(name), why: holds, words: [] };
}

function ofRow(sheetRow: SheetRow, said: BenefitTableReading): LeftOut[] {
  const { read, row, spots, label } = sheetRow;
  if (read === null) return [];
  const at = label ?? spots.find(({ text }) => text.trim() !== "") ?? spots[0];
  const ofLabel = (why: Why, words: readonly string[] = []): LeftOut => ({ formula: null, place: placeName(row, at?.column ?? 0), label: "", text: read.label, why, words: [...words] });
  if (read.kind === "footnote") return isFootnoteUsed(row, said) ? [] : [ofLabel("footnote")];
  const noted = spots.filter(({ cells, notes }) => cells.length === 0 && notes.length > 0).map(({ column, text, notes }): LeftOut => ({ formula: null, place: placeName(row, column), label: "", text, why: "note", words: [...notes] }));
  const asides = quoted(read.label, read.asides);
  if (read.kind === "section") {
    const heading = read.unread.length > 0 && read.care_types.length === 0 ? [ofLabel("heading", quoted(read.label, read.unread))] : [];
    return [...heading, ...(asides.length > 0 ? [ofLabel("aside", asides)] : []), ...noted];
  }
  if (read.kind !== "benefit") return noted;
  const isRead = read.status === "matched" && label?.state !== "left";
  const words = isRead ? (label?.words ?? []).filter((word) => !asides.includes(word)) : [];
  return [...(isRead && asides.length > 0 ? [ofLabel("aside", asides)] : []), ...(words.length > 0 ? [ofLabel("words", words)] : []), ...noted, ...spots.flatMap((spot) => ofCell(spot, read.label, said))];
}

/** A row may have several of them. */
function isFootnoteUsed(row: number, { footnotes }: BenefitTableReading): boolean {
  const here = footnotes.filter((footnote) => footnote.row === row);
  return here.length > 0 && here.every(({ is_used }) => is_used);
}

function ofCell({ cells, state, row, column }: Spot, label: string, { footnotes }: BenefitTableReading): LeftOut[] {
  return cells.flatMap((cell) => {
    const notes = state === "left" ? [] : unreadOfCell(cell, footnotes);
    const found = [cell.text.trim() === "" ? null : whyOf(cell, state), notes.length > 0 ? { why: "note" as const, words: notes } : null];
    return found.flatMap((one) => (one === null ? [] : [{ formula: cell.formula, place: placeName(row, column), label, text: cell.text, why: one.why, words: one.words ?? [] }]));
  });
}

/** Why a line of a place is in no coverage, or not whole. */
function whyOf({ status, text, reading: { unread, notes } }: BenefitTableReadCell, state: Spot["state"]): { why: Why; words?: string[] } | null {
  if (state === "left") return { why: "left" };
  if (status === "unread") return { why: "unread", words: quoted(text, unread) };
  if (status === "unmatched" || status === "contradictory" || status === "shadowed") return { why: status };
  return notes.some(({ code }) => code === "frame_at_most") ? { why: "frame" } : null;
}

/** One line: where, what, and why. */
export function lineOf({ place, label, text, why, words }: LeftOut): string {
  return importWords.left.line(place, label, text, importWords.left.why[why], words);
}

export function assumedLineOf({ place, label, text, reasons }: Assumed): string {
  return importWords.left.line(place, label, text, reasons.map((reason) => importWords.reasons[reason]).join(" "), []);
}

/** What of the table is in no coverage, each with its place and why: nothing is dropped in silence. */
import { computed } from "@preact/signals";
import type { BenefitPlace, BenefitTableReadCell, BenefitTableReading } from "../../engine/import";
import { reading } from "./model";
import { allReasonsOf, lettersOf, placeName, type Reason, rows, type SheetRow, type Spot } from "./spots";
import { importWords } from "./words";

export type Why = "unread" | "unmatched" | "contradictory" | "shadowed" | "left" | "aside" | "heading" | "footnote" | "frame" | "secu" | "total" | "example";

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
  return { formula: null, place: lettersOf(column), label: "", text: name, why: holds, words: [] };
}

function ofRow(sheetRow: SheetRow, said: BenefitTableReading): LeftOut[] {
  const { read, row, spots, label } = sheetRow;
  if (read === null) return [];
  const at = label ?? spots.find(({ text }) => text.trim() !== "") ?? spots[0];
  const ofLabel = (why: Why, places: readonly BenefitPlace[] = []): LeftOut => ({
    formula: null, place: placeName(row, at?.column ?? 0), label: "", text: read.label, why, words: quoted(read.label, places),
  });
  if (read.kind === "footnote") return isFootnoteUsed(row, said) ? [] : [ofLabel("footnote")];
  if (read.kind === "section") return read.unread.length > 0 && read.care_types.length === 0 ? [ofLabel("heading", read.unread)] : [];
  if (read.kind !== "benefit") return [];
  const aside = read.status === "matched" && read.asides.length > 0 && label?.state !== "left" ? [ofLabel("aside", read.asides)] : [];
  return [...aside, ...spots.flatMap((spot) => ofCell(spot, read.label))];
}

/** A row may have several of them. */
function isFootnoteUsed(row: number, { footnotes }: BenefitTableReading): boolean {
  const here = footnotes.filter((footnote) => footnote.row === row);
  return here.length > 0 && here.every(({ is_used }) => is_used);
}

function ofCell({ cells, state, row, column }: Spot, label: string): LeftOut[] {
  return cells.flatMap((cell) => {
    const found = cell.text.trim() === "" ? null : whyOf(cell, state);
    return found === null ? [] : [{ formula: cell.formula, place: placeName(row, column), label, text: cell.text, why: found.why, words: found.words ?? [] }];
  });
}

/** Why a line of a place is in no coverage, or not whole. */
function whyOf({ status, text, reading: { unread, notes } }: BenefitTableReadCell, state: Spot["state"]): { why: Why; words?: string[] } | null {
  if (state === "left") return { why: "left" };
  if (status === "unread") return { why: "unread", words: quoted(text, unread) };
  if (status === "unmatched" || status === "contradictory" || status === "shadowed") return { why: status };
  return notes.some(({ code }) => code === "frame_at_most") ? { why: "frame" } : null;
}

function quoted(text: string, places: readonly BenefitPlace[]): string[] {
  return places.map(({ start, end }) => text.slice(start, end));
}

/** One line: where, what, and why. */
export function lineOf({ place, label, text, why, words }: LeftOut): string {
  return importWords.left.line(place, label, text, importWords.left.why[why], words);
}

export function assumedLineOf({ place, label, text, reasons }: Assumed): string {
  return importWords.left.line(place, label, text, reasons.map((reason) => importWords.reasons[reason]).join(" "), []);
}

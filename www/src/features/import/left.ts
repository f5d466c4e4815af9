/** What of the table is in no coverage, each with its place and why: nothing is dropped in silence. */
import { computed } from "@preact/signals";
import type { BenefitPlace } from "../../engine/import";
import { allReasonsOf, placeName, type Reason, rows, type SheetRow, type Spot } from "./spots";
import { importWords } from "./words";

export type Why = "unread" | "unmatched" | "contradictory" | "shadowed" | "left" | "aside" | "heading" | "footnote" | "frame";

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

export const leftOut = computed((): LeftOut[] => rows.value.flatMap(ofRow));

export const assumed = computed((): Assumed[] =>
  rows.value.flatMap(({ spots, read }) =>
    spots.flatMap(({ cell, state, text, row, column }) => {
      if (cell === null || (state !== "assumed" && state !== "accepted")) return [];
      const reasons = allReasonsOf(cell);
      return reasons.length === 0 ? [] : [{ formula: cell.formula, place: placeName(row, column), label: read?.label ?? "", text, reasons }];
    }),
  ),
);

function ofRow(sheetRow: SheetRow): LeftOut[] {
  const { read, row, spots, label } = sheetRow;
  if (read === null) return [];
  const at = label ?? spots.find(({ text }) => text.trim() !== "") ?? spots[0];
  const ofLabel = (why: Why, places: readonly BenefitPlace[] = []): LeftOut => ({
    formula: null, place: placeName(row, at?.column ?? 0), label: "", text: read.label, why, words: quoted(read.label, places),
  });
  if (read.kind === "footnote") return [ofLabel("footnote")];
  if (read.kind === "section") return read.unread.length > 0 && read.care_types.length === 0 ? [ofLabel("heading", read.unread)] : [];
  if (read.kind !== "benefit") return [];
  const aside = read.status === "matched" && read.asides.length > 0 && label?.state !== "left" ? [ofLabel("aside", read.asides)] : [];
  return [...aside, ...spots.flatMap((spot) => ofCell(spot, read.label))];
}

function ofCell({ cell, state, text, row, column }: Spot, label: string): LeftOut[] {
  if (cell === null || text.trim() === "") return [];
  const made = (why: Why, words: string[] = []): LeftOut => ({ formula: cell.formula, place: placeName(row, column), label, text, why, words });
  if (state === "left") return [made("left")];
  if (state === "unread") return [made("unread", quoted(text, cell.reading.unread))];
  if (state === "waiting") return [made("unmatched")];
  if (state === "contradictory" || state === "shadowed") return [made(state)];
  return cell.reading.notes.some(({ code }) => code === "frame_at_most") ? [made("frame")] : [];
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

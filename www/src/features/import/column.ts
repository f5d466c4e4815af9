/** A column that is pasted onto the coverage's: which line goes to which cell, and what is understood of it. */
import { computed, signal } from "@preact/signals";
import type { BenefitReading, BenefitTable } from "../../engine/table";
import type { Json } from "../../kit/json/values";
import { cellAt, type EditedCell, readCell, type Share } from "../table/cell";
import type { Place } from "../table/places";

export interface PastedLine {
  cell: EditedCell;
  /** As it was pasted, or typed since. */
  text: string;
}

export interface Pasted {
  lines: readonly PastedLine[];
  /** Lines below the end of the table. */
  extra: number;
  /** What a person says of the Sécu's part where cells do not. */
  share: Share | null;
}

export const pasted = signal<Pasted | null>(null);

export type LineState = "read" | "assumed" | "unread" | "unchanged" | "empty" | "nothing" | "conditions" | "conflict" | "fixed_nothing" | "fixed_several" | "fixed_opaque";

export interface JudgedLine extends PastedLine {
  state: LineState;
  rule: Json | null;
  words: readonly string[];
  assumed: BenefitReading["assumed"];
}

type Slot = { title: string } | { place: Place };

/** The rows of the table as it is written to files, and so as spreadsheets have them: titles are rows of their own. */
function slotsOf({ headings }: BenefitTable): Slot[] {
  return headings.flatMap(({ title, rows }, heading) => [
    { title },
    ...rows.flatMap(({ label, lines }, row): Slot[] => [...(lines.length > 1 ? [{ title: label }] : []), ...lines.map((_, line) => ({ place: { heading, row, line } }))]),
  ]);
}

const plain = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();

/** `hand`: the column of the coverage; `first`: which cell of it. Titles are passed over where what was pasted has none. */
export function linesOnto(table: BenefitTable, hand: number, first: number, texts: readonly string[]): { lines: PastedLine[]; extra: number } {
  const slots = slotsOf(table);
  const starts = slots.flatMap((slot, at) => ("place" in slot ? [at] : []));
  const below = slots.slice(starts[first] ?? slots.length);
  const lastText = texts.findLastIndex((text) => text.trim() !== "");
  const given = texts.slice(0, lastText + 1);
  const hasTitles = given.every((text, at) => {
    const slot = below[at];
    return !slot || "place" in slot || text.trim() === "" || plain(text) === plain(slot.title);
  });
  const onto = hasTitles ? below : below.filter((slot) => "place" in slot);
  const lines = given.flatMap((text, at) => {
    const slot = onto[at];
    return slot && "place" in slot ? [{ cell: cellAt(table, slot.place, hand), text }] : [];
  });
  return { lines, extra: Math.max(0, given.length - onto.length) };
}

export const judged = computed((): readonly JudgedLine[] => {
  const now = pasted.value;
  return now === null ? [] : judge(now);
});

function judge({ lines, share }: Pasted): JudgedLine[] {
  const first = lines.map((line) => judgeAlone(line, share));
  // A guarantee that pays several lines has one rule.
  const said = new Map<string, Set<string>>();
  for (const { state, cell, text } of first) {
    if (state !== "read" && state !== "assumed" && state !== "unchanged") continue;
    said.set(cell.guarantee, (said.get(cell.guarantee) ?? new Set()).add(plain(text)));
  }
  return first.map((line) => ((line.state === "read" || line.state === "assumed") && said.get(line.cell.guarantee)!.size > 1 ? { ...line, state: "conflict" } : line));
}

function judgeAlone({ cell, text }: PastedLine, share: Share | null): JudgedLine {
  const made = (state: LineState, more: Partial<JudgedLine> = {}): JudgedLine => ({ cell, text, state, rule: null, words: [], assumed: [], ...more });
  if (text.trim() === "") return made("empty");
  if (plain(text) === plain(cell.text)) return made("unchanged");
  if (cell.fixed !== null) return made(`fixed_${cell.fixed}`);
  const read = readCell(text, cell.label, share);
  if (read.state === "unread") return made("unread", { words: read.words });
  if (read.state !== "read") return made(read.state);
  const assumed = share === null ? read.assumed : read.assumed.filter((what) => what !== "share");
  return made(assumed.length > 0 ? "assumed" : "read", { rule: read.rule, assumed: read.assumed });
}

/** By guarantee, its rule. */
export const changes = computed((): ReadonlyMap<string, Json> => new Map(judged.value.flatMap(({ state, rule, cell }) => (rule !== null && (state === "read" || state === "assumed") ? [[cell.guarantee, rule] as const] : []))));

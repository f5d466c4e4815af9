/** Which footnotes of a table are not read, and what has their marks: a cell, a label, a heading? */
import type { BenefitTableReadCell, BenefitTableReading } from "../../engine/import";

type Footnotes = BenefitTableReading["footnotes"];

// As the reading finds them: "(1)", "[1, 2]", "*", "¹"; a small 2 behind "m" is of square metres.
const MARK = /[([] {0,3}(\*{1,9}|\d{1,2}(?: {0,3}(?:,|et) {0,3}\d{1,2}){0,9}) {0,3}[)\]]|\*{1,9}(?! ?\d)|(?<!\bm)[¹²³⁰⁴-⁹]{1,2}/g;

function marksIn(text: string): Set<string> {
  const found = [...text.matchAll(MARK)].flatMap(([whole, inner]) => (inner ?? whole).match(/\*+|\d+|[¹²³⁰⁴-⁹]+/g) ?? []);
  return new Set(found.map((mark) => mark.normalize("NFKC")));
}

/** Of the text of a cell; those of its row, its sections and its header have their own places. */
export function unreadOfCell({ status, text, footnotes: pointed, footnotes_used: used }: BenefitTableReadCell, all: Footnotes): string[] {
  if ((status !== "read" && status !== "nothing") || pointed.length === used.length) return [];
  const marks = marksIn(text);
  return pointed.filter((at) => !used.includes(at) && marks.has(all[at]?.mark ?? "")).map((at) => textOf(all[at]!));
}

/** Of a label; `cells`: those of its row. A footnote is read where each of them is read with it. */
export function unreadOfLabel(text: string, cells: readonly BenefitTableReadCell[], all: Footnotes): string[] {
  const read = cells.filter(({ status }) => status === "read" || status === "nothing");
  return pointedBy(text, all).filter((at) => read.some(({ footnotes, footnotes_used: used }) => footnotes.includes(at) && !used.includes(at))).map((at) => textOf(all[at]!));
}

/** Of a heading or a header. What it says counts for cells that do not say it themselves: it is read where one of them is. */
export function unreadOfHeading(text: string, cells: readonly BenefitTableReadCell[], all: Footnotes): string[] {
  return pointedBy(text, all).filter((at) => !cells.some(({ footnotes_used: used }) => used.includes(at))).map((at) => textOf(all[at]!));
}

function pointedBy(text: string, all: Footnotes): number[] {
  if (all.length === 0) return [];
  const marks = marksIn(text);
  return all.flatMap(({ mark }, at) => (mark !== null && marks.has(mark) ? [at] : []));
}

/** A mark without a footnote is named itself. */
function textOf({ mark, text }: Footnotes[number]): string {
  return text === "" ? `(${mark})` : text;
}

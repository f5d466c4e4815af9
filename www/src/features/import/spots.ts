/** Each place of the sheet, and how it is with it: read, assumed, not understood… in the order in which somebody reads them. */
import { computed } from "@preact/signals";
import type { BenefitGrid, BenefitPlace, BenefitTableReadCell, BenefitTableReading, BenefitTableReadRow } from "../../engine/import";
import { placeKey } from "./grid-to-read";
import { type Draft, draft, reading, sheet } from "./model";
import { unreadOfCell, unreadOfHeading, unreadOfLabel } from "./notes";
import { wordsBesides } from "./terms";

/**
 * - read: understood; accepted: with what was taken for granted, which somebody accepted; assumed: something was taken for granted
 * - unread: words are not understood
 * - untyped: the label of a row of which no care types are known; waiting: its cells
 * - noted: it is read without a footnote of it, which is not understood
 * - aside: words of a label, or of a heading, are not understood, and may be a condition or a limit
 * - contradictory: conditions that exclude one another; shadowed: more special rows have all of its acts
 * - nothing: it says that nothing is paid; left: it is left out; text: no benefit
 */
export const STATES = ["unread", "untyped", "contradictory", "shadowed", "noted", "assumed", "aside", "read", "accepted", "nothing", "waiting", "left", "text"] as const;
export type State = (typeof STATES)[number];

/** Those that somebody must look at. */
export const TO_SEE: readonly State[] = ["unread", "untyped", "contradictory", "shadowed", "noted", "assumed", "aside"];

/** What is taken for granted in a cell: "open" is a share that the column shows to be no matter of course, "inapplicable" that acts of the row lack a fact. */
export type Reason = "share" | "open" | "year" | "unit" | "inapplicable";

export interface Spot {
  key: string;
  row: number;
  column: number;
  /** Where its text is. */
  origin: readonly [number, number];
  text: string;
  /** Columns that it takes in its row. */
  span: number;
  /** It repeats the text of a place above. */
  isRepeated: boolean;
  state: State;
  reasons: readonly Reason[];
  /** Footnotes of it that are not read; of a label or a heading, words that are not understood. */
  notes: readonly string[];
  words: readonly string[];
  /** Of a cell of benefits; of one that is read line by line, the line that most needs to be looked at. */
  cell: BenefitTableReadCell | null;
  /** All of its lines. */
  cells: readonly BenefitTableReadCell[];
  isTyped: boolean;
}

export interface SheetRow {
  row: number;
  read: BenefitTableReadRow | null;
  spots: readonly Spot[];
  /** The place of its label; null where it has none. */
  label: Spot | null;
}

export const rows = computed((): readonly SheetRow[] => {
  const [now, grid, said] = [draft.value, sheet.value?.grid, reading.value];
  return now && grid && said ? rowsOf(grid, now, said) : [];
});

export function rowsOf(grid: BenefitGrid, now: Draft, said: BenefitTableReading): SheetRow[] {
  const width = grid.reduce((widest, row) => Math.max(widest, row.length), 0);
  const first = Math.min(width, ...said.formulas.flatMap(({ columns }) => columns));
  const cells = new Map<string, BenefitTableReadCell[]>();
  for (const cell of said.cells) {
    const key = placeKey(cell.row, cell.column);
    cells.set(key, [...(cells.get(key) ?? []), cell]);
  }
  const besides = wordsBesides(now);
  return grid.map((row, at) => {
    const read = said.rows[at] ?? null;
    const isBenefit = read?.kind === "benefit";
    const spots: Spot[] = [];
    for (let column = 0; column < width; column += 1) {
      const given = row[column] ?? "";
      const origin: readonly [number, number] = typeof given === "string" ? [at, column] : given.span_of;
      const before = spots.at(-1);
      // What spans several columns is one place, unless each column is read.
      if (origin[1] < column && before && before.origin[0] === origin[0] && before.origin[1] === origin[1] && !cells.has(placeKey(at, column))) {
        before.span += 1;
        continue;
      }
      const key = placeKey(at, column);
      const source = placeKey(...origin);
      const text = now.texts[source] ?? String(grid[origin[0]]?.[origin[1]] ?? "");
      const lines = cells.get(key) ?? [];
      const isLeft = now.left.includes(key);
      const { cell, state } = worstOf(lines, now, said);
      const reasons = isLeft ? [] : [...new Set(lines.flatMap((line) => reasonsOf(line, now)))];
      const notes = isLeft ? [] : [...new Set(lines.flatMap((line) => unreadOfCell(line, said.footnotes)))];
      spots.push({ key, row: at, column, origin, text, span: 1, isRepeated: origin[0] < at, state: isLeft ? "left" : state, reasons, notes, words: [], cell, cells: lines, isTyped: source in now.texts });
    }
    const labels = spots.filter(({ column, text }) => column < first && text.trim() !== "");
    const label = isBenefit ? (labels.at(-1) ?? null) : null;
    if (label && read) judgeLabel(label, read, spots.flatMap(({ cells }) => cells), now, said, besides(read.label));
    if (read?.kind === "section" || read?.kind === "header") judgeHeadings(spots, read, now, said);
    return { row: at, read, spots, label };
  });
}

function worstOf(lines: readonly BenefitTableReadCell[], now: Draft, said: BenefitTableReading): { cell: BenefitTableReadCell | null; state: State } {
  const judged = lines.map((cell) => ({ cell, state: stateOf(cell, now, said) }));
  return judged.toSorted((left, right) => STATES.indexOf(left.state) - STATES.indexOf(right.state))[0] ?? { cell: null, state: "text" };
}

function stateOf(cell: BenefitTableReadCell, now: Draft, { footnotes }: BenefitTableReading): State {
  const isAccepted = now.accepted.includes(placeKey(cell.row, cell.column));
  if (cell.status === "unmatched") return "waiting";
  if (!isAccepted && unreadOfCell(cell, footnotes).length > 0) return "noted";
  if (cell.status !== "read") return cell.status;
  if (reasonsOf(cell, now).length > 0) return "assumed";
  return cell.reading.assumed.length > 0 || isAccepted ? "accepted" : "read";
}

/** What is taken for granted, and nobody has accepted. */
function reasonsOf(cell: BenefitTableReadCell, { accepted, acceptedAll, shares }: Draft): Reason[] {
  if (cell.status !== "read" || accepted.includes(placeKey(cell.row, cell.column))) return [];
  return allReasonsOf(cell).filter((reason) => (reason === "share" || reason === "open" ? shares[cell.column] === undefined : !(acceptedAll as readonly string[]).includes(reason)));
}

export function allReasonsOf({ reading: { assumed }, share_from: from, inapplicable }: BenefitTableReadCell): Reason[] {
  const said = assumed.map((what): Reason => (what === "share" && from === "open" ? "open" : what));
  return inapplicable.length > 0 ? [...said, "inapplicable"] : said;
}

/** `besides`: words that were not understood before somebody chose its care types. */
function judgeLabel(spot: Spot, { row, status, asides, label }: BenefitTableReadRow, cells: readonly BenefitTableReadCell[], now: Draft, said: BenefitTableReading, besides: readonly string[]): void {
  spot.state = now.leftRows.includes(row) ? "left" : status === "unmatched" ? "untyped" : status === "contradictory" ? "contradictory" : "read";
  if (spot.state !== "read") return;
  spot.words = [...new Set([...quoted(label, asides), ...besides])];
  spot.notes = unreadOfLabel(spot.text, cells, said.footnotes);
  judgeWords(spot, now);
}

/** A heading has words, and each header of a column footnotes. */
function judgeHeadings(spots: readonly Spot[], { kind, label, asides }: BenefitTableReadRow, now: Draft, said: BenefitTableReading): void {
  const heading = spots.find(({ text }) => text.trim() !== "");
  for (const spot of spots) {
    if (spot.cells.length > 0 || spot.state === "left") continue;
    if (kind === "section" && spot === heading) spot.words = quoted(label, asides);
    spot.notes = unreadOfHeading(spot.text, said.cells, said.footnotes);
    judgeWords(spot, now);
  }
}

function judgeWords(spot: Spot, { accepted }: Draft): void {
  if (spot.notes.length + spot.words.length === 0) return;
  spot.state = accepted.includes(spot.key) ? "accepted" : spot.notes.length > 0 ? "noted" : "aside";
}

export function quoted(text: string, places: readonly BenefitPlace[]): string[] {
  return places.map(({ start, end }) => text.slice(start, end));
}

/** Every place with a state, by state. */
export const counts = computed((): ReadonlyMap<State, number> => {
  const found = new Map<State, number>();
  for (const { spots } of rows.value) for (const { state } of spots) found.set(state, (found.get(state) ?? 0) + 1);
  return found;
});

/** In order, those that somebody must look at. */
export const toSee = computed(() => rows.value.flatMap(({ spots }) => spots.filter(({ state }) => TO_SEE.includes(state))));

export function spotAt(key: string | null): Spot | null {
  if (key === null) return null;
  const row = rows.value[Number(key.split(",")[0])];
  return row?.spots.find((spot) => spot.key === key) ?? null;
}

const LONGEST_NAME = 80;

/** What a column or a formula is called, where it is named in a sentence. */
export function shortName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME).trimEnd()}…`;
}

/** As people say it of spreadsheets: B7. */
export function placeName(row: number, column: number): string {
  return `${lettersOf(column)}${row + 1}`;
}

export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

/** Each place of the sheet, and how it is with it: read, assumed, not understood… in the order in which somebody reads them. */
import { computed } from "@preact/signals";
import type { BenefitGrid, BenefitTableReadCell, BenefitTableReading, BenefitTableReadRow } from "../../engine/import";
import { placeKey } from "./grid-to-read";
import { type Draft, draft, reading, sheet } from "./model";

/**
 * - read: understood; accepted: with what was taken for granted, which somebody accepted; assumed: something was taken for granted
 * - unread: words are not understood
 * - untyped: the label of a row of which no care types are known; waiting: its cells
 * - aside: words in parentheses of a label are not understood
 * - contradictory: conditions that exclude one another; shadowed: more special rows have all of its acts
 * - nothing: it says that nothing is paid; left: it is left out; text: no benefit
 */
export const STATES = ["unread", "untyped", "contradictory", "shadowed", "assumed", "aside", "read", "accepted", "nothing", "waiting", "left", "text"] as const;
export type State = (typeof STATES)[number];

/** Those that somebody must look at. */
export const TO_SEE: readonly State[] = ["unread", "untyped", "contradictory", "shadowed", "assumed", "aside"];

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
      const { cell, state } = worstOf(lines, now);
      const reasons = isLeft ? [] : [...new Set(lines.flatMap((line) => reasonsOf(line, now)))];
      spots.push({ key, row: at, column, origin, text, span: 1, isRepeated: origin[0] < at, state: isLeft ? "left" : state, reasons, cell, cells: lines, isTyped: source in now.texts });
    }
    const labels = spots.filter(({ column, text }) => column < first && text.trim() !== "");
    const label = isBenefit ? (labels.at(-1) ?? null) : null;
    if (label && read) label.state = stateOfLabel(read, label.key, now);
    return { row: at, read, spots, label };
  });
}

function worstOf(lines: readonly BenefitTableReadCell[], now: Draft): { cell: BenefitTableReadCell | null; state: State } {
  const judged = lines.map((cell) => ({ cell, state: stateOf(cell, now) }));
  return judged.toSorted((left, right) => STATES.indexOf(left.state) - STATES.indexOf(right.state))[0] ?? { cell: null, state: "text" };
}

function stateOf(cell: BenefitTableReadCell, now: Draft): State {
  if (cell.status === "unmatched") return "waiting";
  if (cell.status !== "read") return cell.status;
  if (reasonsOf(cell, now).length > 0) return "assumed";
  return cell.reading.assumed.length > 0 || now.accepted.includes(placeKey(cell.row, cell.column)) ? "accepted" : "read";
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

function stateOfLabel({ row, status, asides }: BenefitTableReadRow, key: string, { accepted, leftRows }: Draft): State {
  if (leftRows.includes(row)) return "left";
  if (status === "unmatched") return "untyped";
  if (status === "contradictory") return "contradictory";
  if (asides.length === 0) return "read";
  return accepted.includes(key) ? "accepted" : "aside";
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

/** As people say it of spreadsheets: B7. */
export function placeName(row: number, column: number): string {
  return `${lettersOf(column)}${row + 1}`;
}

export function lettersOf(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : lettersOf(Math.floor(column / 26) - 1) + last;
}

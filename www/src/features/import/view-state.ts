/** What of the table is looked at: which place, and which states alone. Not kept. */
import { computed, signal } from "@preact/signals";
import { rows, type State, spotAt, TO_SEE, toSee } from "./spots";

/** Null: all rows. */
export const shownState = signal<State | "to_see" | null>(null);
/** The place whose details are open. */
export const openKey = signal<string | null>(null);

/** What is asked for the focus: the details of a place; what is above the table; a place itself. */
export const DETAIL = "import-detail";
export const SUMMARY = "import-summary";
export const idOf = (key: string): string => `import-${key.replace(",", "-")}`;

/** Drawn at once, and then, a few at a time, while there is time; behind them more are asked for. */
export const FIRST_ROWS = 20;
export const ROWS_AT_REST = 100;
export const shownCount = signal(FIRST_ROWS);

export const openSpot = computed(() => spotAt(openKey.value));

export function isShown(state: State): boolean {
  const only = shownState.value;
  return only === null || (only === "to_see" ? TO_SEE.includes(state) : state === only);
}

/** Rows with a place that is looked for, and the one whose details are open; `more`: how many are not drawn yet. */
export const shownRows = computed(() => {
  const openRow = openSpot.value?.row;
  const all = shownState.value === null ? rows.value : rows.value.filter(({ row, spots }) => row === openRow || spots.some(({ state }) => isShown(state)));
  const needed = all.findIndex(({ row }) => row === openRow) + 1;
  const shown = all.slice(0, Math.max(shownCount.value, needed));
  return { rows: shown, more: all.length - shown.length };
});

/** The next place to look at behind the open one, or before it; then from the other end. */
export function besides(step: 1 | -1, from: string | null = openKey.peek()): string | null {
  const all = toSee.peek();
  if (all.length === 0) return null;
  const [row, column] = (from ?? (step > 0 ? "-1,-1" : "1e9,0")).split(",").map(Number) as [number, number];
  const isBehind = (spot: { row: number; column: number }) => (spot.row - row || spot.column - column) > 0;
  const isBefore = (spot: { row: number; column: number }) => (spot.row - row || spot.column - column) < 0;
  const found = step > 0 ? (all.find(isBehind) ?? all[0]) : (all.findLast(isBefore) ?? all.at(-1));
  return found?.key ?? null;
}

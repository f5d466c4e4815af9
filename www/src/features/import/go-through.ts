/** What of the table is looked at: one place after another, or those of one state. */
import { batch } from "@preact/signals";
import { focusOn } from "../../store/page";
import { besides, DETAIL, FIRST_ROWS, idOf, openKey, shownCount, shownState } from "./view-state";

export function lookFromTheStart(): void {
  shownState.value = null;
  openKey.value = null;
  shownCount.value = FIRST_ROWS;
}

export function openPlace(key: string): void {
  openKey.value = key;
  focusOn(DETAIL);
}

/** The focus goes back to the place. */
export function closePlace(): void {
  const key = openKey.peek();
  openKey.value = null;
  if (key !== null) focusOn(idOf(key));
}

export function step(by: 1 | -1): void {
  const next = besides(by);
  if (next !== null) openPlace(next);
}

export function showOnly(state: typeof shownState.value): void {
  batch(() => {
    shownState.value = shownState.peek() === state ? null : state;
    openKey.value = null;
    shownCount.value = FIRST_ROWS;
  });
}

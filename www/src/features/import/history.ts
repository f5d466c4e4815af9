/** What was said of a table that is brought in is taken back step by step, by *Undo* of the page while the table is shown. */
import { batch, computed } from "@preact/signals";
import { History } from "../../store/editor/history";
import { ownHistory } from "../../store/history";
import { changedPlace } from "./changed-place";
import { openPlace } from "./go-through";
import { type Draft, draft } from "./model";
import { rows } from "./spots";

const history = new History({
  now: computed(() => ({ draft: draft.value })),
  texts: [],
  values: ["draft"],
  set: (changed) => show(changed.draft as Draft),
});
history.record();

/** What the step was about is open again. */
function show(turned: Draft): void {
  const place = changedPlace(draft.peek()!, turned, rows.peek());
  batch(() => {
    draft.value = turned;
    if (place !== null) openPlace(place);
  });
}

/** Another table is in hand, of which nothing is said yet. */
export function begin(another: Draft | null): void {
  history.unrecorded(() => (draft.value = another));
  history.clear();
}

/** A step with these words; what is typed has none. */
export function change(made: (now: Draft) => Partial<Draft>, words: string | null): void {
  const now = draft.peek();
  if (now === null) return;
  if (words !== null) history.announce(words);
  draft.value = { ...now, ...made(now) };
}

/** Until the function that is returned is called, the table is what is shown. */
export function showHistory(): () => void {
  ownHistory.value = history;
  return () => (ownHistory.value = null);
}

/** Undo and redo of the page: by keys wherever the focus is, and what is said of it. */
import { beginTyping, endTyping, redo, undo } from "../store/history";
import { say } from "../store/page";
import { shellWords } from "./words";

/** What is typed there is a search, or no part of the work yet: its own undo is the browser's. */
const OWN_UNDO = ["input[type=search]", "input[role=combobox]", "dialog :is(input, textarea, select)", ":is(input, textarea):is([data-own-undo], [data-own-undo] *)"].join();
const FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=file])";

export function undoStep(): void {
  const step = undo();
  if (step) say({ tone: "done", text: step.words === null ? shellWords.notice.undone : shellWords.notice.undoneStep(step.words), redo: step.id });
}

export function redoStep(): void {
  const step = redo();
  if (step) say({ tone: "done", text: step.words ?? shellWords.notice.redone, step: step.id });
}

export function listenForUndo(): void {
  addEventListener("keydown", (event) => {
    const key = event.key.toLowerCase();
    const isUndoKey = (event.ctrlKey || event.metaKey) && !event.altKey && (key === "z" || key === "y");
    if (!isUndoKey || event.defaultPrevented || targetIn(event, OWN_UNDO)) return;
    event.preventDefault();
    if (key === "y" || event.shiftKey) redoStep();
    else undoStep();
  });
  followFields();
}

/** All that is typed into a field while it has the focus is one step. */
function followFields(): void {
  let end = () => {};
  addEventListener(
    "input",
    (event) => {
      end();
      const field = targetIn(event, FIELDS);
      if (field) end = beginTyping(field, Infinity);
    },
    true,
  );
  // What handles the event has run by then.
  addEventListener("input", () => end());
  addEventListener("focusout", endTyping, true);
}

function targetIn({ target }: Event, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

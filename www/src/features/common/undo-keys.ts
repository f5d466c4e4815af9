/** Undo and redo by keys, wherever the focus is in a part of a page, and what is one step of what is typed there. */
import type { History } from "../../store/editor/history";

/** What is typed there is a search, or no part of the work yet: its own undo is the browser's. */
const OWN_UNDO = ["input[type=search]", "input[role=combobox]", "dialog :is(input, textarea, select)", ":is(input, textarea):is([data-own-undo], [data-own-undo] *)"].join();
const FIELDS = "textarea, input:not([type=checkbox], [type=radio], [type=file])";

interface Turns {
  undo: () => void;
  redo: () => void;
}

/** `part`: the window, or a shadow root. `history`: that of what is typed there now. */
export function listenForUndo(part: EventTarget, history: () => History, { undo, redo }: Turns): void {
  part.addEventListener("keydown", (event) => {
    const { key: pressed, ctrlKey, metaKey, altKey, shiftKey } = event as KeyboardEvent;
    const key = pressed.toLowerCase();
    const isUndoKey = (ctrlKey || metaKey) && !altKey && (key === "z" || key === "y");
    if (!isUndoKey || event.defaultPrevented || targetIn(event, OWN_UNDO)) return;
    event.preventDefault();
    if (key === "y" || shiftKey) redo();
    else undo();
  });
  followFields(part, history);
}

/** All that is typed into a field while it has the focus is one step. */
function followFields(part: EventTarget, history: () => History): void {
  let end = () => {};
  part.addEventListener(
    "input",
    (event) => {
      end();
      const field = targetIn(event, FIELDS);
      if (field) end = history().beginTyping(field, Infinity);
    },
    true,
  );
  // What handles the event has run by then.
  part.addEventListener("input", () => end());
  part.addEventListener("focusout", () => history().endTyping(), true);
}

function targetIn({ target }: Event, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null;
}

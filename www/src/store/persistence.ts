/**
 * What outlives a reload? The work does; the theme is kept in a file of its own, and the stored versions are kept by the package's own store.
 *
 * Each tab keeps its own work (session storage), so that two tabs never overwrite one another; the last saved work (local storage) is where a
 * new tab starts. The view is in the URL fragment.
 */
import { effect } from "@preact/signals";
import { history } from "./history";
import { keep, stored } from "./storage";
import type { Work } from "./types";
import { LAST, TAB } from "./visit";
import { setWork, work } from "./work";
import { workFrom } from "./work-from";

const HISTORY = "care-coverage:history";
const SAVE_AFTER_MS = 200;

let unsaved: Work | null = null;
let opened: Work | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** From here on, every change is kept. `failed` is called, once, when the browser has no room for the work, or refuses to keep anything. */
export function keepWork(failed: () => void): void {
  const kept = storedWork();
  if (kept) setWork(kept.work);
  if (kept?.history) history.restore(kept.history);
  let saved = work.peek();
  let fail: (() => void) | null = failed;
  const save = () => {
    if (unsaved === null) return;
    const text = JSON.stringify(unsaved);
    const keepHere = (key: string, value: string) => keep(() => sessionStorage, key, value);
    let keptHere = keepHere(TAB, text);
    if (!keptHere) {
      // Where there is no room for both, the work comes first.
      keepHere(HISTORY, "");
      keptHere = keepHere(TAB, text);
    }
    // The history of other work than this is none.
    if (!keptHere || !keepHere(HISTORY, history.text())) keepHere(HISTORY, "");
    const keptForNext = unsaved === opened || keep(() => localStorage, LAST, text);
    saved = unsaved;
    unsaved = null;
    if (keptHere && keptForNext) return;
    fail?.();
    fail = null;
  };
  effect(() => {
    if (work.value === saved) return;
    unsaved = work.value;
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER_MS);
  });
  addEventListener("pagehide", save);
}

/** Work from a link, and the first example, belong to this tab alone until somebody changes them: looking at them does not replace the last saved work. */
export function openWork(next: Work): void {
  setWork(next);
  opened = work.peek();
}

/** The work of this tab with its history; in a new tab the last saved work. */
function storedWork(): { work: Work; history: string | null } | null {
  const own = read(stored(() => sessionStorage, TAB));
  if (own) return { work: own, history: stored(() => sessionStorage, HISTORY) };
  const last = read(stored(() => localStorage, LAST));
  return last && { work: last, history: null };
}

function read(text: string | null): Work | null {
  try {
    return text === null ? null : workFrom(JSON.parse(text));
  } catch {
    return null;
  }
}

/** How does an action replace a part of the work? As one step, which it says, and which can be taken back. */
import { batch } from "@preact/signals";
import { history } from "./history";
import { lastFix, notice } from "./page";
import { pageEditor } from "./page-editor";
import type { Work } from "./types";
import { setWork, work } from "./work";

export function replaceWork(change: Partial<Work>, text: string): void {
  const before = work.peek();
  const isAnother = (part: "draft" | "year") => part in change && change[part] !== before[part];
  // Another act in the form, or other acts in the year: the one is not one of the other, unless the change says so.
  change = { ...((isAnother("draft") || isAnother("year")) && { yearAct: null }), ...change };
  const isOther = Object.entries(change).some(([part, value]) => before[part as keyof Work] !== value);
  const step = isOther ? history.announce(text) : undefined;
  batch(() => {
    lastFix.value = null;
    setWork({ ...before, ...change });
    notice.value = { tone: "done", text, ...(step !== undefined && { step }) };
  });
}

/** What is said of the changes of the batch that this is in, with the way to take them back. */
export const { sayStep } = pageEditor;

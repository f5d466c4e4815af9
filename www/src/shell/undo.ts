/** Undo and redo of the page, and what is said of it. */
import { listenForUndo } from "../features/common/undo-keys";
import { shownHistory } from "../store/history";
import { say } from "../store/page";
import { shellWords } from "./words";

export function undoStep(): void {
  const step = shownHistory.peek().undo();
  if (step) say({ tone: "done", text: step.words === null ? shellWords.notice.undone : shellWords.notice.undoneStep(step.words), redo: step.id });
}

export function redoStep(): void {
  const step = shownHistory.peek().redo();
  if (step) say({ tone: "done", text: step.words ?? shellWords.notice.redone, step: step.id });
}

export function listenForUndoKeys(): void {
  listenForUndo(globalThis, () => shownHistory.peek(), { undo: undoStep, redo: redoStep });
}

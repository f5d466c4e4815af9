/** What is shown in place of lines that are folded? An element that a click unfolds, however long the button is held down. */
import type { EditorView } from "@codemirror/view";

export function foldedElement(view: EditorView, unfold: (event: Event) => void): HTMLElement {
  const element = document.createElement("span");
  element.className = "cm-foldPlaceholder";
  element.textContent = "…";
  element.title = view.state.phrase("unfold");
  element.setAttribute("aria-label", view.state.phrase("folded code"));
  // A press would put the cursor here, for which CodeMirror draws the line anew; of an element that is gone there is no click.
  element.onmousedown = (event) => event.preventDefault();
  element.onclick = unfold;
  return element;
}

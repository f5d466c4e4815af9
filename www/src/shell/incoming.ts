/** Files dropped anywhere, text and cells pasted anywhere but into a field. */
import { effect } from "@preact/signals";
import { load, targetOf } from "../features/documents/actions";
import { openFiles } from "../features/documents/open-files";
import { loadedWords } from "../features/documents/words";
import { broughtIn, importing } from "../store/importing";
import { say, view } from "../store/page";

export function listenForDocuments(): void {
  effect(() => {
    document.body.dataset["drop"] = loadedWords.drop;
  });
  const dropping = (on: boolean) => document.body.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    dropping(true);
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && dropping(false));
  addEventListener("drop", (event) => {
    dropping(false);
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    openFiles([...event.dataTransfer.files], targetOf());
  });
  addEventListener("paste", (event) => {
    // The view in front has taken it.
    if (event.defaultPrevented) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const intoField = event.target instanceof Element && event.target.closest("input, textarea, dialog, care-editor") !== null;
    if (intoField) return;
    if (view.value === "table") {
      const html = event.clipboardData?.getData("text/html") ?? "";
      // The buttons of the cells, in the order of the lines.
      const line = [...document.querySelectorAll(".cell-edit")].indexOf(document.activeElement!);
      // JSON is a document, and so is one line without a tab, unless it is for a cell.
      if (/<table/i.test(html) || (!/^\s*[[{]/.test(text) && (line < 0 ? /[\t\n]/ : /\S/).test(text.trim()))) {
        broughtIn.value = { html, text, line };
        importing.value = line < 0 ? "table" : "column";
        return;
      }
    }
    if (text.trim() === "") return;
    const failure = load({ text, source: loadedWords.pastedSource }, "auto", targetOf());
    if (failure) say(failure);
  });
}

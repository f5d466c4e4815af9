/** Files dropped anywhere, text pasted anywhere but into a field. */
import { effect } from "@preact/signals";
import { load, targetOf } from "../features/documents/actions";
import { loadFiles } from "../features/documents/files";
import { loadedWords } from "../features/documents/words";
import { say } from "../store/page";

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
    void loadFiles([...event.dataTransfer.files], targetOf());
  });
  addEventListener("paste", (event) => {
    // The view in front has taken it.
    if (event.defaultPrevented) return;
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const intoField = event.target instanceof Element && event.target.closest("input, textarea, dialog, care-editor") !== null;
    if (intoField || text.trim() === "") return;
    const failure = load({ text, source: loadedWords.pastedSource }, "auto", targetOf());
    if (failure) say(failure);
  });
}

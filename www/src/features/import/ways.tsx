/** How does a table come in? As a file, or as cells that were copied. */
import { useState } from "preact/hooks";
import { chosenFiles } from "../documents/ways-in";
import { importCells, importFile } from "./bring-in";
import { importWords } from "./words";

export const TABLE_FILES = ".xlsx,.csv,.tsv,.html,.htm,text/csv,text/html,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export function Ways() {
  const { ways: w } = importWords;
  const [text, set] = useState("");
  const paste = (event: ClipboardEvent) => {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!/<table/i.test(html) && !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    void importCells(html, text);
  };
  return (
    <section class="card import-ways" aria-label={importWords.title}>
      <p>{importWords.lead}</p>
      <div>
        <FileButton label={w.file} class="button" />
        <p class="hint">{w.fileHint}</p>
      </div>
      <div class="field">
        <label for="import-cells">{w.cells}</label>
        <textarea
          id="import-cells"
          class="code"
          data-own-undo
          rows={5}
          wrap="off"
          spellcheck={false}
          aria-describedby="import-cells-hint"
          value={text}
          onPaste={paste}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <p class="hint" id="import-cells-hint">
          {w.cellsHint}
        </p>
      </div>
      <p>
        <button type="button" disabled={text.trim() === ""} onClick={() => void importCells("", text)}>
          {w.read}
        </button>
      </p>
    </section>
  );
}

export function FileButton({ label, class: className }: { label: string; class: string }) {
  return (
    <label class={className}>
      <input
        type="file"
        class="visually-hidden"
        accept={TABLE_FILES}
        onChange={(event) => {
          const [file] = chosenFiles(event.currentTarget);
          if (file) void importFile(file);
        }}
      />
      {label}
    </label>
  );
}

/** Begins to bring in a table. */
import { batch } from "@preact/signals";
import { focusOn } from "../../store/page";
import { beginImport } from "./import-actions";
import { IMPORT_TEXT } from "./import-model";
import { importWords } from "./words";

export function ImportButton() {
  const begin = () =>
    batch(() => {
      beginImport();
      focusOn(IMPORT_TEXT);
    });
  return (
    <button type="button" onClick={begin}>
      {importWords.open}
    </button>
  );
}

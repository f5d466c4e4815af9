/** The ways in: what a view offers where something can be loaded. */
import { dialog } from "../../store/page";
import type { Target } from "../../store/types";
import { loadFiles } from "./files";
import { paste } from "./model";
import { loadedWords } from "./words";

export function OpenAndPaste({ target }: { target: Target }) {
  return (
    <>
      <Open target={target} />
      <PasteButton target={target} />
    </>
  );
}

export function Open({ target }: { target: Target }) {
  return (
    <label class="button" title={loadedWords.openHint}>
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept=".json,application/json"
        onChange={(event) => void loadFiles(chosenFiles(event.currentTarget), target)}
      />
      {loadedWords.open}
    </label>
  );
}

export function PasteButton({ target }: { target: Target }) {
  const open = () => {
    paste.value = { ...paste.value, target, failure: null };
    dialog.value = "paste";
  };
  return (
    <button type="button" onClick={open}>
      {loadedWords.paste}
    </button>
  );
}

/** So that choosing the same file again loads it again, the field forgets it. */
export function chosenFiles(input: HTMLInputElement): File[] {
  const files = [...(input.files ?? [])];
  input.value = "";
  return files;
}

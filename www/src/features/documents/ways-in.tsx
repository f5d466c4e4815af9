/** The ways in: what a view offers where something can be loaded. */
import type { RefObject } from "preact";
import { dialog } from "../../store/page";
import type { Target } from "../../store/types";
import { openFiles } from "./open-files";
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

const ACCEPTED = ".json,.csv,.ndjson,.jsonl,.xlsx,.html,application/json,text/csv";

function Open({ target }: { target: Target }) {
  return (
    <label class="button" title={loadedWords.openHint}>
      <input
        type="file"
        class="visually-hidden"
        multiple
        accept={ACCEPTED}
        onChange={(event) => openFiles(chosenFiles(event.currentTarget), target)}
      />
      {loadedWords.open}
    </label>
  );
}

/** For a button elsewhere, which clicks on it. */
export function FileField({ target, field }: { target: Target; field: RefObject<HTMLInputElement | null> }) {
  return (
    <input
      type="file"
      hidden
      multiple
      accept={ACCEPTED}
      ref={field}
      onChange={(event) => openFiles(chosenFiles(event.currentTarget), target)}
    />
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

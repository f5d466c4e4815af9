/** A document that is pasted. */
import { close } from "../../kit/dialog";
import { KINDS } from "../../store/types";
import { Problems } from "../common/problems";
import { load } from "./actions";
import { paste } from "./model";
import { kindWords, loadedWords, pasteWords } from "./words";

function change(change: Partial<typeof paste.value>): void {
  paste.value = { ...paste.value, failure: null, ...change };
}

function submit(event: Event): void {
  const { text, kind, target } = paste.value;
  const failure =
    text.trim() === ""
      ? { tone: "failed" as const, text: pasteWords.empty }
      : load({ text, source: loadedWords.pastedSource }, kind, target);
  if (failure) return change({ failure });
  change({ text: "" });
  close(event);
}

export function Paste() {
  const { text, kind: chosen, failure } = paste.value;
  return (
    <>
      <div class="field">
        <label for="paste-text">{pasteWords.text}</label>
        <textarea
          id="paste-text"
          class="code"
          rows={12}
          spellcheck={false}
          value={text}
          onInput={(event) => change({ text: event.currentTarget.value })}
        />
      </div>
      <fieldset class="field">
        <legend>{pasteWords.kind}</legend>
        <div class="choices">
          {(["auto", ...KINDS] as const).map((kind) => (
            <label class="choice">
              <input type="radio" name="paste-kind" checked={chosen === kind} onChange={() => change({ kind })} />
              <span>{kindWords[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div role="alert">
        {failure && <p class="bad">{failure.text}</p>}
        {failure?.diagnostics && <Problems diagnostics={failure.diagnostics} text={text} />}
      </div>
      <div class="bar-end">
        <button type="button" onClick={close}>
          {pasteWords.cancel}
        </button>
        <button type="button" class="primary" onClick={submit}>
          {pasteWords.load}
        </button>
      </div>
    </>
  );
}

/** The acts of the year as text, and the ways to other acts. */
import { replaceWork } from "../../store/replace";
import { documents } from "../../store/work";
import { Unfolding } from "../common/lists";
import { OpenAndPaste } from "../documents/ways-in";
import { sourceWords } from "../documents/words";
import { PlainText } from "../text/plain";
import { beforeTyped, followTyped, loadExampleYear } from "./actions";
import { yearWords } from "./words";

const TEXT = "year/text";

export function ExampleButton() {
  return (
    <button type="button" onClick={() => void loadExampleYear()}>
      {yearWords.example}
    </button>
  );
}

/** Unfolded where it cannot be read. */
export function Text({ isReady }: { isReady: boolean }) {
  const loaded = documents.year.loaded.value;
  return (
    <section class="card">
      <div class="list-head">
        <p class="muted">{loaded && sourceWords(loaded)}</p>
        <div class="bar">
          <OpenAndPaste target="hand" />
          <ExampleButton />
          <button type="button" onClick={() => replaceWork({ year: null }, yearWords.cleared)}>
            {yearWords.clear}
          </button>
        </div>
      </div>
      <Unfolding part={TEXT} summary={yearWords.showText} isNeeded={!isReady}>
        {() => (
          <div class="field" onInputCapture={beforeTyped} onInput={followTyped}>
            <label for="year-text">{yearWords.text}</label>
            <PlainText document={documents.year} id="year-text" describedBy="year-text-hint" />
            <p id="year-text-hint" class="hint">
              {yearWords.textHint}
            </p>
          </div>
        )}
      </Unfolding>
    </section>
  );
}

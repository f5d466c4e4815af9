/** The text of the catalogue, to read, to copy and to take along. */
import { takesFocus } from "../../kit/focus";
import { documents } from "../../store/work";
import { copy, downloadCatalog } from "./actions";
import { catalogueWords as w } from "./words";

export function CatalogText() {
  const { text, focus } = documents.catalog;
  return (
    <section class="catalogue-text" aria-labelledby="catalogue-text-label">
      <div class="list-head">
        <h3>
          <label id="catalogue-text-label" for="catalogue-text">
            {w.text}
          </label>
        </h3>
        <div class="bar">
          <button type="button" onClick={() => void copy(text.value, w.copiedText)}>
            {w.copyText}
          </button>
          <button type="button" onClick={downloadCatalog}>
            {w.download}
          </button>
        </div>
      </div>
      <textarea
        id="catalogue-text"
        class="code"
        readOnly
        wrap="off"
        spellcheck={false}
        aria-describedby="catalogue-text-hint"
        ref={takesFocus(focus.value)}
        value={text.value}
      />
      <p id="catalogue-text-hint" class="hint">
        {w.textHint}
      </p>
    </section>
  );
}

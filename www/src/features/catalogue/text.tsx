/** The text of the catalogue, to read, to copy and to take along: a part at a time, because it may have tens of thousands of lines. */
import { listState } from "../../store/lists";
import { documents } from "../../store/work";
import { More } from "../common/lists";
import { copy, downloadCatalog } from "./actions";
import { catalogueWords as w } from "./words";

const LIST = "catalogue/text";
const LINES_SHOWN = 500;
const MORE_LINES = 2000;

export function CatalogText() {
  const text = documents.catalog.text.value;
  const lines = text.split("\n");
  const shown = listState(LIST).shown.value ?? LINES_SHOWN;
  return (
    <div class="catalogue-text">
      <div class="list-head">
        <h3 id="catalogue-text-title">{w.text}</h3>
        <div class="bar">
          <button type="button" onClick={() => void copy(text, w.copiedText)}>
            {w.copyText}
          </button>
          <button type="button" onClick={downloadCatalog}>
            {w.download}
          </button>
        </div>
      </div>
      <p class="hint">{w.textHint}</p>
      <pre class="code" tabindex={0} aria-labelledby="catalogue-text-title" role="region">
        {lines.slice(0, shown).join("\n")}
      </pre>
      {lines.length > shown && <p class="muted">{w.linesShown(shown, lines.length)}</p>}
      <More list={LIST} length={lines.length} shown={shown} step={MORE_LINES} />
    </div>
  );
}

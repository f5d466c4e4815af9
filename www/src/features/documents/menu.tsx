/** What a person can do with documents: begin one, open, take an example, keep, hand over. */
import { Menu } from "../../kit/menu";
import { dialog, view } from "../../store/page";
import { documents } from "../../store/work";
import { loadExample, newCoverage } from "./actions";
import { downloadDocument, DOWNLOADS } from "./download";
import { EXAMPLE_NAMES } from "./examples";
import { Open, PasteButton } from "./ways-in";
import { exampleWords, loadedWords, menuWords } from "./words";

export function DocumentMenu() {
  const isAnything = Object.values(documents).some(({ isThere }) => isThere.value);
  return (
    <Menu id="document-menu" label={menuWords.title} class="document-menu">
      <div class="menu-columns">
        <div class="menu-group">
          <button type="button" onClick={() => void newCoverage()}>
            {menuWords.new}
          </button>
          <Open target="hand" />
          <PasteButton target="hand" />
          <button type="button" onClick={() => (dialog.value = "versions")}>
            {loadedWords.versions}
          </button>
          <button type="button" onClick={() => (dialog.value = "share")} disabled={!isAnything}>
            {loadedWords.share}
          </button>
        </div>
        <div class="menu-group" role="group" aria-labelledby="menu-examples">
          <h2 id="menu-examples">{menuWords.examples}</h2>
          {EXAMPLE_NAMES.map((name) => (
            <button type="button" onClick={() => void loadExample(name).then(showCoverage)}>
              {exampleWords[name].title}
            </button>
          ))}
        </div>
        <div class="menu-group" role="group" aria-labelledby="menu-downloads">
          <h2 id="menu-downloads">{menuWords.download}</h2>
          {DOWNLOADS.filter((name) => name !== "dispense" || documents.dispense.isThere.value).map((name) => (
            <button type="button" disabled={!documents[name].isThere.value} onClick={() => downloadDocument(name)}>
              {menuWords.downloads[name]}
            </button>
          ))}
        </div>
      </div>
    </Menu>
  );
}

/** An example is of a coverage, which the view of dispenses does not show. */
function showCoverage(): void {
  if (view.value === "dispense") location.hash = "coverage";
}

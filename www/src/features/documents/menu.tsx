/** What a person can do with documents: begin one, open, take an example, keep, hand over. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Menu } from "../../kit/menu";
import { dialog, view } from "../../store/page";
import { documents } from "../../store/work";
import { loadExample, newCoverage } from "./actions";
import { downloadDocument, DOWNLOADS } from "./download";
import { EXAMPLE_NAMES } from "./examples";
import { FileField, PasteButton } from "./ways-in";
import { exampleWords, loadedWords, menuWords } from "./words";

/** `first`: what is done with the last change. */
export function DocumentMenu({ first }: { first?: ComponentChildren }) {
  const files = useRef<HTMLInputElement>(null);
  return (
    <>
      {/* Outside the panel, which is gone while files are chosen. */}
      <FileField target="hand" field={files} />
      <Menu id="document-menu" label={menuWords.title} class="document-menu">
        {() => <Panel first={first} open={() => files.current?.click()} />}
      </Menu>
    </>
  );
}

function Panel({ first, open }: { first: ComponentChildren; open: () => void }) {
  const isAnything = Object.values(documents).some(({ isThere }) => isThere.value);
  return (
    <div class="menu-columns">
      <div class="menu-group">
        {first}
        <button type="button" onClick={() => void newCoverage()}>
          {menuWords.new}
        </button>
        <button type="button" title={loadedWords.openHint} onClick={open}>
          {loadedWords.open}
        </button>
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
  );
}

/** An example is of a coverage, which the view of dispenses does not show. */
function showCoverage(): void {
  if (view.value === "dispense") location.hash = "coverage";
}

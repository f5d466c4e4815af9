/** The stored versions: save the coverage in hand, list what is stored, open, compare, export, import. */
import { closer } from "../../shell/dialogs";
import type { ComponentChildren } from "preact";
import { more, SEARCHED_FROM, searchBox, unfolding } from "../common/lists";
import { versionWords as v } from "./words";
import type { Results } from "../../store/results";
import { search } from "../../kit/search";
import type { State } from "../../store/state";
import { begin, choose, compare, isSame, listKey, open, readHand, type Versions } from "./actions";
import { exportAll, exportVersion, importFiles } from "./files";
import type { VersionId } from "../../engine/versions-store";
import { versionsHand } from "./hand";
import { unavailable, versionsReport } from "./report";

const LIST = "versions";
const SHOWN_FIRST = 10;
const MORE = 50;

export function versionsPanel(state: State, results: Results): ComponentChildren {
  const { versions } = state;
  return (
    <div class="versions" ref={opened} onDrop={importDropped}>
      {versions?.unavailable != null && unavailable(state, versions.unavailable)}
      {versionsReport(versions?.report ?? null)}
      {versions?.list && versions.unavailable === null && (
        <>
          {versionsHand(state, results, versions)}
          {stored(state, versions)}
        </>
      )}
      {versions?.list == null && versions?.unavailable == null && (
        <p class="empty" role="status">
          {v.loading}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {versions?.isBusy && v.busy}
      </p>
    </div>
  );
}

/** Only once: the panel is drawn again as it is read. */
function opened(element: HTMLDivElement | null): void {
  if (element) void begin();
}

function stored(state: State, versions: Versions): ComponentChildren {
  const list = versions.list ?? [];
  const typed = state.searches[LIST] ?? "";
  const found = search(
    list,
    typed,
    ({ name }) => name,
    () => "",
  );
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return (
    <section aria-labelledby="versions-stored">
      <div class="list-head">
        <h3 id="versions-stored">{v.stored}</h3>
        {list.length > SEARCHED_FROM && searchBox(LIST, v.find, typed)}
      </div>
      {list.length === 0 && <p class="empty">{v.empty}</p>}
      {list.length > 0 && found.length === 0 && (
        <p class="empty" role="status">
          {v.notFound(typed)}
        </p>
      )}
      {found.slice(0, shown).map((entry) => coverage(state, versions, entry))}
      {more(LIST, found.length, shown, MORE)}
      {list.length > 0 && comparing(state, versions)}
      <div class="bar">
        <label class="button" title={v.importHint}>
          <input type="file" class="visually-hidden" multiple accept=".json,application/json" onChange={importChosen} />
          {v.import}
        </label>
        {list.length > 0 && (
          <button type="button" onClick={() => void exportAll(null)}>
            {v.exportEverything}
          </button>
        )}
      </div>
      <p class="hint">
        {v.importHint} {v.privacy}
      </p>
    </section>
  );
}

function importChosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again imports it again.
  input.value = "";
  void importFiles(files);
}

/** Elsewhere on the page, a file that is dropped is opened. */
function importDropped(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  document.body.classList.remove("dropping");
  void importFiles(files);
}

function coverage(state: State, versions: Versions, { name, latest_version }: { name: string; latest_version: number }): ComponentChildren {
  const key = listKey(name);
  const shown = state.shown[key] ?? SHOWN_FIRST;
  const numbers = Array.from({ length: Math.min(shown, latest_version) }, (_, index) => latest_version - index);
  const summary = [<strong>{name}</strong>, <span class="muted">{` · ${v.versions(latest_version)}`}</span>];
  return unfolding(state, key, { class: "card" }, summary, () => (
    <>
      <ul class="version-list">{numbers.map((version) => row(state, versions, { name, version }, version === latest_version))}</ul>
      {more(key, latest_version, shown, MORE)}
      <p>
        <button type="button" onClick={() => void exportAll(name)}>
          {v.exportOf(name)}
        </button>
      </p>
    </>
  ));
}

function row(state: State, { chosen, storedAlike }: Versions, id: VersionId, isLatest: boolean): ComponentChildren {
  const hand = readHand(state.work);
  const isInHand =
    storedAlike === state.work.coverage?.text && hand.state === "ready" && hand.name === id.name && hand.version === id.version;
  const marks = [isLatest && v.latest, isInHand && v.inHand].filter(Boolean).join(", ");
  const words = v.named(id.name, id.version);
  return (
    <li key={id.version}>
      <label class="choice">
        <input
          type="checkbox"
          aria-label={v.ticked(id.name, id.version)}
          checked={chosen.some((other) => isSame(other, id))}
          onChange={(event: Event) => choose(id, (event.target as HTMLInputElement).checked)}
        />
        <span>
          {v.version(id.version)}
          {marks && <span class="muted">{` · ${marks}`}</span>}
        </span>
      </label>
      <div class="bar-end">
        <button type="button" aria-label={`${v.open} ${words}`} onClick={(event: Event) => void open(id, closer(event))}>
          {v.open}
        </button>
        <button type="button" aria-label={`${v.export} ${words}`} onClick={() => void exportVersion(id)}>
          {v.export}
        </button>
      </div>
    </li>
  );
}

/** One that is ticked is compared with the coverage in hand, two with one another. */
function comparing({ work }: State, { chosen }: Versions): ComponentChildren {
  const [first, second] = [...chosen].sort((a, b) => a.version - b.version);
  const words = first ? (second ? v.compareTwo(first, second) : v.compareOne(first.name, first.version)) : v.compare;
  const isPossible = second !== undefined || (first !== undefined && readHand(work).state !== "none");
  return (
    <div class="bar">
      <button type="button" disabled={!isPossible} onClick={(event: Event) => void compare(chosen, closer(event))}>
        {words}
      </button>
      {chosen.length < 2 && <span class="hint">{v.compareHint}</span>}
    </div>
  );
}

/** The stored versions: publish the coverage in hand, list what is stored, open, compare, download, import. */
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { VersionId } from "../../engine/versions-store";
import { closer } from "../../kit/dialog";
import { search } from "../../kit/search";
import { isUnfolded, listState } from "../../store/lists";
import { documents } from "../../store/work";
import { date } from "../common/counting";
import { More, SearchBox, SEARCHED_FROM, Unfolding } from "../common/lists";
import { chosenFiles } from "../documents/ways-in";
import { begin, compare, open, readNotes } from "./actions";
import { exportAll, exportVersion, importFiles } from "./files";
import { VersionsHand } from "./hand";
import { hand, idKey, listKey, versions, type Versions } from "./model";
import type { VersionNote } from "./note";
import { Publish } from "./publish";
import { Unavailable, VersionsReport } from "./report";
import { versionWords as v } from "./words";
import "./style.css";

const LIST = "versions";
const SHOWN_FIRST = 10;
const MORE = 50;

export function VersionsPanel() {
  const now = versions.value;
  useLayoutEffect(() => void begin(), []);
  return (
    <div class="versions" onDrop={importDropped}>
      {now?.unavailable != null && <Unavailable cause={now.unavailable} />}
      <VersionsReport report={now?.report ?? null} />
      {now?.list && now.unavailable === null && (
        <>
          {now.publishing ? (
            <Publish publishing={now.publishing} />
          ) : (
            <>
              <VersionsHand versions={now} />
              <Stored versions={now} />
            </>
          )}
        </>
      )}
      {now?.list == null && now?.unavailable == null && (
        <p class="empty" role="status">
          {v.loading}
        </p>
      )}
      <p class="visually-hidden" role="status">
        {now?.isBusy && v.busy}
      </p>
    </div>
  );
}

function Stored({ versions }: { versions: Versions }) {
  const list = versions.list ?? [];
  const typed = listState(LIST).typed.value;
  const found = search(
    list,
    typed,
    ({ name }) => name,
    () => "",
  );
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <section aria-labelledby="versions-stored">
      <div class="list-head">
        <h3 id="versions-stored">{v.stored}</h3>
        {list.length > SEARCHED_FROM && <SearchBox list={LIST} label={v.find} />}
      </div>
      {list.length === 0 && <p class="empty">{v.empty}</p>}
      {list.length > 0 && found.length === 0 && (
        <p class="empty" role="status">
          {v.notFound(typed)}
        </p>
      )}
      {found.slice(0, shown).map((entry) => (
        <Coverage key={entry.name} versions={versions} coverage={entry} />
      ))}
      <More list={LIST} length={found.length} shown={shown} step={MORE} />
      <div class="bar">
        <label class="button" title={v.importHint}>
          <input
            type="file"
            class="visually-hidden"
            multiple
            accept=".json,application/json"
            onChange={(event) => void importFiles(chosenFiles(event.currentTarget))}
          />
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

/** Elsewhere on the page, a file that is dropped is opened. */
function importDropped(event: DragEvent): void {
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  event.stopPropagation();
  document.body.classList.remove("dropping");
  void importFiles(files);
}

function Coverage({
  versions,
  coverage: { name, latest_version },
}: {
  versions: Versions;
  coverage: { name: string; latest_version: number };
}) {
  const key = listKey(name);
  const shown = listState(key).shown.value ?? SHOWN_FIRST;
  const numbers = Array.from({ length: Math.min(shown, latest_version) }, (_, index) => latest_version - index);
  const isOpen = isUnfolded(key).value;
  useEffect(() => {
    if (isOpen) void readNotes(numbers.map((version) => ({ name, version })));
  }, [isOpen, latest_version, shown]);
  return (
    <Unfolding part={key} class="card" summary={<Summary name={name} versions={latest_version} />}>
      {() => (
        <>
          <ul class="version-list">
            {numbers.map((version) => (
              <Row key={version} versions={versions} id={{ name, version }} isLatest={version === latest_version} />
            ))}
          </ul>
          <More list={key} length={latest_version} shown={shown} step={MORE} />
          <p>
            <button type="button" onClick={() => void exportAll(name)}>
              {v.exportOf(name)}
            </button>
          </p>
        </>
      )}
    </Unfolding>
  );
}

function Summary({ name, versions }: { name: string; versions: number }) {
  return (
    <>
      <strong>{name}</strong>
      <span class="muted">{` · ${v.versions(versions)}`}</span>
    </>
  );
}

function Row({ versions: { storedAlike, notes }, id, isLatest }: { versions: Versions; id: VersionId; isLatest: boolean }) {
  const inHand = hand.value;
  const isInHand =
    storedAlike === documents.coverage.loaded.value?.text &&
    inHand.state === "ready" &&
    inHand.name === id.name &&
    inHand.version === id.version;
  const marks = [isLatest && v.latest, isInHand && v.inHand].filter(Boolean).join(", ");
  const words = v.named(id.name, id.version);
  return (
    <li>
      <div class="version-words">
        <p>
          <strong>{v.version(id.version)}</strong>
          {marks && <span class="muted">{` · ${marks}`}</span>}
        </p>
        <NoteWords note={notes.get(idKey(id))} />
      </div>
      <div class="bar-end">
        <button type="button" aria-label={`${v.open} ${words}`} onClick={(event: Event) => void open(id, closer(event))}>
          {v.open}
        </button>
        {inHand.state !== "none" && !isInHand && (
          <button type="button" aria-label={v.compareWith(words)} onClick={(event: Event) => void compare(id, closer(event))}>
            {v.compare}
          </button>
        )}
        <button type="button" aria-label={`${v.export} ${words}`} onClick={() => void exportVersion(id)}>
          {v.export}
        </button>
      </div>
    </li>
  );
}

/** When, who, and what was noted. */
function NoteWords({ note }: { note: VersionNote | undefined }) {
  if (note === undefined) return null;
  const by = [note.date && date(note.date), note.author].filter(Boolean).join(" · ");
  return (
    <>
      {by && <p class="muted">{by}</p>}
      {note.note && <p class="note">{note.note}</p>}
    </>
  );
}

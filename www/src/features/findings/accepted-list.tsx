/** What is accepted, with its note, which can be changed and taken back; and the file that the package takes. */
import type { Acceptance, LoadedCatalog } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { GuaranteeName } from "../common/care-types";
import { More } from "../common/lists";
import { Problems } from "../common/problems";
import { conditionWords } from "../common/regions";
import { withCapital } from "../common/sentences";
import { acceptanceFaults, acceptedEntries, type AcceptedEntry } from "./acceptances";
import { editReason, exportAcceptances, importAcceptances, removeAcceptances } from "./actions";
import { codeName } from "./code-words";
import { focusNext } from "./model";
import { typesWords } from "./region-words";
import { acceptWords, worklistWords } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;
const LIST = "accepted";

export function Accepted({ catalog }: { catalog: LoadedCatalog }) {
  const editor = useEditor();
  const entries = acceptedEntries(editor).value;
  const faults = acceptanceFaults(editor).value;
  const stale = entries.filter(({ isStale }) => isStale);
  const shown = editor.listState(LIST).shown.value ?? SHOWN_FIRST;
  const next = focusNext(editor).value?.part === "accepted" ? focusNext(editor).value : null;
  const focused = next && Math.min(next.index, entries.length - 1);
  return (
    <>
      {faults.length > 0 && (
        <div class="card bad-card">
          <p>
            <Status tone="bad" word={acceptWords.unreadable} />
          </p>
          <Problems diagnostics={faults} text={editor.documents.acceptances.text.value} />
        </div>
      )}
      {entries.length === 0 && <p class="empty">{acceptWords.empty}</p>}
      <ul class="accepted-list">
        {[...stale, ...entries.filter(({ isStale }) => !isStale)].slice(0, shown).map((entry, position) => (
          <li key={JSON.stringify({ ...entry.acceptance, reason: null })} tabindex={-1} ref={takesFocus(position === focused ? next!.request : null)}>
            <Entry entry={entry} catalog={catalog} position={position} />
          </li>
        ))}
      </ul>
      <More list={LIST} length={entries.length} shown={shown} step={MORE} />
      <p class="bar">
        {entries.length > 0 && (
          <button type="button" title={acceptWords.exportHint} onClick={() => exportAcceptances(editor)}>
            {acceptWords.export}
          </button>
        )}
        <label class="button">
          {acceptWords.import}
          <input type="file" class="visually-hidden" accept=".json,application/json" onChange={(event) => importFrom(editor, event.currentTarget)} />
        </label>
        {stale.length > 1 && (
          <button type="button" onClick={() => removeAcceptances(editor, stale.map(({ index }) => index), { part: "accepted", index: 0 })}>
            {acceptWords.removeStale(stale.length)}
          </button>
        )}
      </p>
    </>
  );
}

/** The same file can be chosen again. */
function importFrom(editor: Editor, input: HTMLInputElement): void {
  const [file] = input.files ?? [];
  if (file) void importAcceptances(editor, file);
  input.value = "";
}

function Entry({ entry: { index, acceptance, isStale, count }, catalog, position }: { entry: AcceptedEntry; catalog: LoadedCatalog; position: number }) {
  const editor = useEditor();
  const { reason, guarantee } = acceptance;
  const id = `accepted-${index}`;
  const words = wordsOf(catalog, acceptance);
  return (
    <>
      {isStale ? <Status tone="warn" word={acceptWords.stale} /> : <Status tone="accepted" word={worklistWords.accepted} />}
      <div class="finding">
        <p>
          <label for={id}>{words}</label>
          {guarantee !== undefined && (
            <>
              {" · "}
              <GuaranteeName name={String(guarantee)} />
            </>
          )}
          {count !== null && count > 0 && <span class="muted">{` · ${acceptWords.covers(count)}`}</span>}
        </p>
        <p class="bar">
          <input id={id} type="text" class="note" data-own-undo aria-description={acceptWords.reason} value={String(reason ?? "")} onChange={(event) => noteChanged(editor, index, event.currentTarget)} />
          <button type="button" aria-label={acceptWords.removeOf(String(reason ?? ""))} onClick={() => removeAcceptances(editor, [index], { part: "accepted", index: position })}>
            {acceptWords.remove}
          </button>
        </p>
      </div>
    </>
  );
}

/** A note cannot be empty: then it stays what it was. */
function noteChanged(editor: Editor, index: number, input: HTMLInputElement): void {
  if (input.value.trim() === "") input.value = input.defaultValue;
  else editReason(editor, index, input.value);
}

function wordsOf(catalog: LoadedCatalog, { code, care_types: careTypes, conditions }: Acceptance): string {
  if (code !== "gap" && code !== "overlap") return withCapital(codeName(code));
  const kind = code === "gap" ? worklistWords.gap : worklistWords.overlap;
  const types = Array.isArray(careTypes) ? [typesWords(catalog, careTypes)] : [];
  const said = conditions && Object.keys(conditions).length > 0 ? [conditionWords(conditions)] : [];
  return acceptWords.of(kind, [...types, ...said].join(", "));
}

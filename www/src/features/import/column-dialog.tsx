/** The lines of a column that is pasted, each with the row that it goes to and what is understood of it. */
import { describeRule } from "../../engine/words";
import { close, closer, Dialog } from "../../kit/dialog";
import { Status, type Tone } from "../../kit/status";
import { useEditor } from "../common/editor";
import type { Share } from "../table/cell";
import { tableWords } from "../table/words";
import { changes, type JudgedLine, judged, type LineState, pasted } from "./column";
import { closeColumn, sayColumnShare, takeColumn, typeLine } from "./column-actions";
import { columnWords } from "./words";

const TONES: Record<LineState, Tone> = {
  read: "good", assumed: "open", unread: "bad", unchanged: "info", empty: "info", nothing: "warn", conditions: "warn", conflict: "overlap", fixed_nothing: "gap", fixed_several: "overlap", fixed_opaque: "info",
};
const SHARES: readonly (Share | null)[] = [null, "included", "excluded"];

export function ColumnDialog() {
  const now = pasted.value;
  if (now === null) return null;
  const w = columnWords;
  return (
    <Dialog title={w.title} onclose={closeColumn}>
      <p class="muted">{w.lead(now.lines.length + now.extra)}</p>
      {now.extra > 0 && (
        <p>
          <Status tone="warn" word={w.tooMany(now.extra)} />
        </p>
      )}
      <Lines />
    </Dialog>
  );
}

function Lines() {
  const w = columnWords;
  const editor = useEditor();
  const lines = judged.value;
  const number = changes.value.size;
  const isShared = lines.some(({ assumed }) => assumed.includes("share"));
  const take = (event: Event) => {
    event.preventDefault();
    if (number === 0) return;
    const done = closer(event);
    takeColumn(editor);
    done();
  };
  return (
    <form class="column-form" onSubmit={take}>
      {isShared && (
        <fieldset>
          <legend>{w.share}</legend>
          <div class="choices">
            {SHARES.map((share) => (
              <label key={share ?? "usual"} class="choice">
                <input type="radio" name="column-share" checked={pasted.value?.share === share} onChange={() => sayColumnShare(share)} />
                <span>{w.shares[share ?? "usual"]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <ol class="column-lines">
        {lines.map((line, at) => (
          <Line key={at} line={line} at={at} />
        ))}
      </ol>
      <p role="status">{w.counts(number)}</p>
      <div class="bar">
        <button type="submit" class="primary" disabled={number === 0}>
          {w.take}
        </button>
        <button type="button" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}

function Line({ line: { cell, text, state, rule, words, assumed }, at }: { line: JudgedLine; at: number }) {
  const w = columnWords;
  const place = cell.place.slice(1).join(", ");
  const id = `column-${at}`;
  return (
    <li>
      <label for={id} lang="fr">
        {place}
      </label>
      <input
        id={id}
        lang="fr"
        data-own-undo
        aria-describedby={`${id}-state`}
        autocomplete="off"
        spellcheck={false}
        disabled={cell.fixed !== null}
        value={text}
        onInput={(event) => typeLine(at, event.currentTarget.value)}
      />
      <div id={`${id}-state`} class="column-state">
        <Status tone={TONES[state]} word={state === "unread" ? tableWords.cell.unread(words) : w.states[state]} />
        {rule && <p class="import-rule">{describeRule(rule as Parameters<typeof describeRule>[0])}</p>}
        {state === "assumed" && <p class="hint">{assumed.map((what) => (what === "share" ? w.shareAssumed : tableWords.cell.assumptions[what])).join(" ")}</p>}
        {rule && cell.others.length > 0 && <p class="hint">{w.others(cell.others.length)}</p>}
      </div>
    </li>
  );
}

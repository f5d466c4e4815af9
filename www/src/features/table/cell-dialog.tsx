/** A cell is typed as tables say it; what is understood is shown before it is taken. */
import { useState } from "preact/hooks";
import { describeRule } from "../../engine/words";
import type { Json } from "../../kit/json/values";
import { close, closer, Dialog } from "../../kit/dialog";
import { Status } from "../../kit/status";
import { Lacking } from "../common/lacking";
import { takeCell } from "./actions";
import { type EditedCell, type ReadCell, readCell, type Share, sharingWith } from "./cell";
import { useTable } from "./state";
import { tableWords } from "./words";

export function CellDialog() {
  const { edited } = useTable();
  const cell = edited.value;
  if (cell === null) return null;
  return (
    <Dialog title={tableWords.cell.title} onclose={() => (edited.value = null)}>
      <p class="muted">{cell.place.join(" › ")}</p>
      {cell.fixed === null ? <Typing cell={cell} /> : <Fixed cell={cell} />}
    </Dialog>
  );
}

function Fixed({ cell: { fixed, text } }: { cell: EditedCell }) {
  const { cell: w } = tableWords;
  return (
    <>
      <p lang="fr">{text}</p>
      <p>{w.fixed[fixed!]}</p>
      <div class="bar">
        <button type="button" onClick={close}>
          {w.close}
        </button>
      </div>
    </>
  );
}

function Typing({ cell }: { cell: EditedCell }) {
  const { cell: w } = tableWords;
  const { editor } = useTable();
  const [text, setText] = useState(cell.text);
  const [share, setShare] = useState<Share | null>(null);
  const read = readCell(text, cell.label, share);
  const isChanged = text.trim() !== cell.text.trim();
  const take = (event: Event) => {
    event.preventDefault();
    if (read.state !== "read" || !isChanged) return;
    const done = closer(event);
    takeCell(editor, cell.guarantee, read.rule);
    done();
  };
  return (
    <form class="cell-form" onSubmit={take}>
      <div class="field">
        <label for="cell-text">{w.text}</label>
        <input
          id="cell-text"
          lang="fr"
          data-own-undo
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-describedby="cell-hint"
          onInput={(event) => {
            setText(event.currentTarget.value);
            setShare(null);
          }}
        />
        <p class="hint" id="cell-hint">
          {w.hint}
        </p>
      </div>
      <div role="status" class="cell-read">
        {isChanged && <Understood read={read} />}
      </div>
      {isChanged && read.state === "read" && <Assumed read={read} choose={setShare} />}
      {isChanged && read.state === "read" && <Others cell={cell} rule={read.rule} />}
      <div class="bar">
        <button type="submit" class="primary" disabled={!isChanged || read.state !== "read"}>
          {w.take}
        </button>
        <button type="button" onClick={close}>
          {w.cancel}
        </button>
      </div>
    </form>
  );
}

function Understood({ read }: { read: ReadCell }) {
  const { cell: w } = tableWords;
  if (read.state === "unread") {
    return (
      <>
        <Status tone="bad" word={w.unread(read.words)} />
        <Lacking unread={read.unread} />
      </>
    );
  }
  if (read.state !== "read") return <Status tone="bad" word={w.states[read.state]} />;
  return (
    <>
      <Status tone="good" word={w.understood} />
      <p class="cell-rule">{describeRule(read.rule as Parameters<typeof describeRule>[0])}</p>
    </>
  );
}

function Assumed({ read: { assumed, share }, choose }: { read: Extract<ReadCell, { state: "read" }>; choose: (share: Share) => void }) {
  const { cell: w } = tableWords;
  if (assumed.length === 0) return null;
  return (
    <div class="cell-assumed">
      <p>
        <Status tone="open" word={w.assumed} />
      </p>
      <ul>{assumed.filter((what) => what !== "share").map((what) => <li key={what}>{w.assumptions[what]}</li>)}</ul>
      {assumed.includes("share") && (
        <fieldset>
          <legend>{w.assumptions.share}</legend>
          <div class="choices">
            {(["included", "excluded"] as const).map((one) => (
              <label key={one} class="choice">
                <input type="radio" name="cell-share" checked={share === one} onChange={() => choose(one)} />
                <span>{w.shares[one]}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function Others({ cell, rule }: { cell: EditedCell; rule: Json }) {
  const { cell: w } = tableWords;
  const { guarantee, others } = cell;
  const { stays, ends } = sharingWith(cell, rule);
  return (
    <>
      {others.length === 0 ? <p class="hint">{w.alone(guarantee)}</p> : <Places summary={w.others(guarantee, others.length)} places={others} />}
      {stays.length > 0 && <Places summary={w.sharing(stays.length)} places={stays} />}
      {ends.length > 0 && <Places summary={w.sharingEnds(ends.length)} places={ends} />}
    </>
  );
}

function Places({ summary, places }: { summary: string; places: EditedCell["others"] }) {
  return (
    <details>
      <summary>{summary}</summary>
      <ul class="unsaid-places">
        {places.map((place) => (
          <li key={place.join()}>{place.join(" › ")}</li>
        ))}
      </ul>
    </details>
  );
}

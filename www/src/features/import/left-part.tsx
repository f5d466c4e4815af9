/** What of the table is in no coverage, to be read, copied or kept. */
import { useState } from "preact/hooks";
import { Status } from "../../kit/status";
import { leftOut, lineOf } from "./left";
import { copyLeft, downloadLeft } from "./take";
import { importWords } from "./words";

const LINES_SHOWN = 20;

export function Left() {
  const { left: w } = importWords;
  const [most, show] = useState(LINES_SHOWN);
  const all = leftOut.value;
  return (
    <section class="card" aria-labelledby="import-left">
      <div class="list-head">
        <h3 id="import-left">{w.title}</h3>
        {all.length > 0 && (
          <div class="bar">
            <button type="button" onClick={() => void copyLeft()}>
              {w.copy}
            </button>
            <button type="button" onClick={downloadLeft}>
              {w.download}
            </button>
          </div>
        )}
      </div>
      {all.length === 0 ? <Status tone="good" word={w.none} /> : <p class="hint">{w.lead}</p>}
      {all.length > 0 && (
        <ul class="import-left">
          {all.slice(0, most).map((one) => (
            <li key={`${one.place}/${one.why}`}>{lineOf(one)}</li>
          ))}
        </ul>
      )}
      {all.length > most && (
        <p>
          <button type="button" onClick={() => show(most + 5 * LINES_SHOWN)}>
            {w.more(Math.min(all.length - most, 5 * LINES_SHOWN))}
          </button>
        </p>
      )}
    </section>
  );
}

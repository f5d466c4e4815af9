/** What came of the last thing that was asked for, and what to do where the browser keeps nothing. */
import { takesFocus } from "../../kit/focus";
import { Icon, Status } from "../../kit/status";
import { documents } from "../../store/work";
import { Problems } from "../common/problems";
import { begin } from "./actions";
import { exportHand } from "./files";
import { type Report, versions } from "./model";
import { versionWords as v } from "./words";

const MOST_LINES = 50;
const CARDS = { good: "", bad: "bad-card", warn: "open-card" };

/** It takes the focus, which the button that was pressed may have lost. */
export function VersionsReport({ report }: { report: Report | null }) {
  if (report === null) return null;
  const { tone, words, more, diagnostics, text, lines = [] } = report;
  const hidden = lines.length - MOST_LINES;
  return (
    <div class={`card ${CARDS[tone]}`} role="group" aria-labelledby="versions-report" tabindex={-1} ref={takesFocus(report)}>
      <p id="versions-report">
        <Status tone={tone} word={words} />
      </p>
      {more && <p>{more}</p>}
      {diagnostics && <Problems diagnostics={diagnostics} text={text} />}
      {diagnostics && text !== undefined && <p class="hint">{v.refusedHint}</p>}
      {lines.length > 0 && (
        <ul class="report-lines">
          {lines.slice(0, MOST_LINES).map(({ tone, words, diagnostics }) => (
            <li>
              <Icon tone={tone} />
              <div>
                <p>{words}</p>
                {diagnostics && <Problems diagnostics={diagnostics} />}
              </div>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p class="muted">{v.moreLines(hidden)}</p>}
    </div>
  );
}

export function Unavailable({ cause }: { cause: string }) {
  const text = documents.coverage.loaded.value?.text ?? "";
  const { title, lead, checkPrivate, checkBlocked, checkReload, cause: said, retry } = v.unavailable;
  return (
    <div class="card bad-card" role="alert" tabindex={-1} ref={takesFocus(versions.value?.begun ?? null)}>
      <p>
        <Status tone="bad" word={title} />
      </p>
      <p>{lead}</p>
      <ul class="checklist">
        {[checkPrivate, checkBlocked, checkReload].map((words) => (
          <li>{words}</li>
        ))}
      </ul>
      <p class="hint">{said(cause)}</p>
      <div class="bar">
        <button type="button" onClick={() => void begin()}>
          {retry}
        </button>
        {text.trim() !== "" && (
          <button type="button" onClick={exportHand}>
            {v.download}
          </button>
        )}
      </div>
    </div>
  );
}

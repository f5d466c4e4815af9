/** What came of the last thing that was asked for, and what to do where the browser keeps nothing. */
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import { versionWords as v } from "./words";
import { problems } from "../common/problems";
import type { State } from "../../store/state";
import { icon, status } from "../../kit/status";
import { begin, type Report } from "./actions";
import { exportText } from "./files";

const MOST_LINES = 50;
const CARDS = { good: "", bad: "bad-card", warn: "open-card" };

/** It takes the focus, which the button that was pressed may have lost. */
export function versionsReport(report: Report | null): ComponentChildren {
  if (report === null) return null;
  const { tone, words, more, diagnostics, text, lines = [] } = report;
  const hidden = lines.length - MOST_LINES;
  return (
    <div class={`card ${CARDS[tone]}`} role="group" aria-labelledby="versions-report" tabindex={-1} ref={takesFocus(report)}>
      <p id="versions-report">{status(tone, words)}</p>
      {more && <p>{more}</p>}
      {diagnostics && problems(diagnostics, text)}
      {diagnostics && text !== undefined && <p class="hint">{v.refusedHint}</p>}
      {lines.length > 0 && (
        <ul class="report-lines">
          {lines.slice(0, MOST_LINES).map(({ tone, words, diagnostics }) => (
            <li>
              {icon(tone)}
              <div>
                <p>{words}</p>
                {diagnostics && problems(diagnostics)}
              </div>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && <p class="muted">{v.moreLines(hidden)}</p>}
    </div>
  );
}

export function unavailable({ work, versions }: State, cause: string): ComponentChildren {
  const text = work.coverage?.text ?? "";
  const { title, lead, checkPrivate, checkBlocked, checkReload, cause: said, retry, exportText: exporting } = v.unavailable;
  return (
    <div class="card bad-card" role="alert" tabindex={-1} ref={takesFocus(versions?.begun ?? null)}>
      <p>{status("bad", title)}</p>
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
          <button type="button" onClick={() => exportText(text)}>
            {exporting}
          </button>
        )}
      </div>
    </div>
  );
}

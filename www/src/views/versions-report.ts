/** What came of the last thing that was asked for, and what to do where the browser keeps nothing. */
import { h, type Child } from "../dom";
import { versionMessages as v } from "../messages-versions";
import { problems } from "../problems";
import type { State } from "../state";
import { icon, status } from "../status";
import { begin, type Report } from "../versions";
import { exportText } from "../versions-files";

const MOST_LINES = 50;
const CARDS = { good: "", bad: "bad-card", warn: "open-card" };

/** It takes the focus, which the button that was pressed may have lost. */
export function versionsReport(report: Report | null): Child {
  if (report === null) return null;
  const { tone, words, more, diagnostics, text, lines = [] } = report;
  const hidden = lines.length - MOST_LINES;
  return h("div", { class: `card ${CARDS[tone]}`, role: "group", "aria-labelledby": "versions-report", tabindex: -1, focus: report },
    h("p", { id: "versions-report" }, status(tone, words)),
    more && h("p", {}, more),
    diagnostics && problems(diagnostics, text),
    diagnostics && text !== undefined && h("p", { class: "hint" }, v.refusedHint),
    lines.length > 0 && h("ul", { class: "report-lines" }, lines.slice(0, MOST_LINES).map(({ tone, words, diagnostics }) =>
      h("li", {}, icon(tone), h("div", {}, h("p", {}, words), diagnostics && problems(diagnostics))))),
    hidden > 0 && h("p", { class: "muted" }, v.moreLines(hidden)));
}

export function unavailable({ work, versions }: State, cause: string): Child {
  const text = work.coverage?.text ?? "";
  const { title, lead, checkPrivate, checkBlocked, checkReload, cause: said, retry, exportText: exporting } = v.unavailable;
  return h("div", { class: "card bad-card", role: "alert", tabindex: -1, focus: versions?.begun ?? null },
    h("p", {}, status("bad", title)),
    h("p", {}, lead),
    h("ul", { class: "checklist" }, [checkPrivate, checkBlocked, checkReload].map((words) => h("li", {}, words))),
    h("p", { class: "hint" }, said(cause)),
    h("div", { class: "bar" },
      h("button", { type: "button", onclick: () => void begin() }, retry),
      text.trim() !== "" && h("button", { type: "button", onclick: () => exportText(text) }, exporting)));
}

/** The rows that are not decided: what each says, why it is not decided, and the way to try it as an act. */
import { actOf } from "../batch-acts";
import type { Row } from "../batch-rows";
import { isStale, LOOKED_AT, MOST_ROWS, showOutcome, type Batch, type BatchOutcome, type LookedAt, type Result } from "../batch";
import { named, typeLabel } from "../care-types";
import { factWords } from "../conditions";
import { digits } from "../counting";
import { h, type Child } from "../dom";
import type { CareAct, Diagnostic, GuaranteeDecision, LoadedCoverage } from "../engine";
import { more } from "../lists";
import { factName, messages as m } from "../messages";
import { batchMessages as b } from "../messages-batch";
import { pointerCode, sentence, SEVERITY_TONES } from "../problems";
import type { Results } from "../results";
import type { State } from "../state";
import { status, type Tone } from "../status";
import { tryAct } from "../try-act";
import { OUTCOME_TONES } from "./act-result";

const SHOWN_FIRST = 10;
const MORE = 50;
const LONGEST_TEXT = 300;

/** What a row says and what is decided for it; kept, because the coverage may change while the result stays. */
interface Read {
  act: CareAct | null;
  decision: GuaranteeDecision | null;
}

const readRows = new WeakMap<Row, Read>();

export function batchLook(state: State, results: Results, batch: Batch, result: Result): Child {
  const numberOf = (outcome: LookedAt) => result.evaluation.summary.by_outcome[outcome] ?? 0;
  const present = LOOKED_AT.filter((outcome) => numberOf(outcome) > 0);
  const shown = present.find((outcome) => outcome === batch.shown) ?? present[0];
  return h("section", { class: "card", "aria-labelledby": "batch-look" },
    h("div", { class: "list-head" },
      h("h3", { id: "batch-look" }, b.look.title),
      present.length > 0 && h("div", { class: "chips", role: "group", "aria-label": b.look.which }, present.map((outcome) => {
        const { tone, words } = outcomeWord(outcome);
        return h("button", { type: "button", class: "chip", "aria-pressed": String(outcome === shown), onclick: () => showOutcome(outcome) },
          status(tone, `${words} ${digits.format(numberOf(outcome))}`));
      }))),
    shown === undefined ? h("p", {}, status("good", b.look.none)) : rows(state, results, batch, result, shown, numberOf(shown)));
}

export function outcomeWord(outcome: BatchOutcome): { tone: Tone; words: string } {
  if (outcome === "invalid_act") return { tone: "bad", words: b.invalid };
  return { tone: OUTCOME_TONES[outcome], words: m.outcome.words[outcome] };
}

function rows(state: State, results: Results, batch: Batch, result: Result, outcome: LookedAt, all: number): Child {
  const list = `batch/${outcome}`;
  const listed = result.listed[outcome];
  const number = state.shown[list] ?? SHOWN_FIRST;
  const compiled = isStale(batch, state.work) || results.coverage.state !== "ready" ? null : results.compiled;
  return [
    h("div", { role: "status" },
      result.found === "reading" && h("p", { class: "hint" }, b.look.reading),
      result.found === "failed" && h("p", {}, status("warn", b.look.failed))),
    h("table", { class: "stacking batch-rows", "aria-labelledby": "batch-look" },
      h("thead", {}, h("tr", {},
        h("th", { scope: "col" }, b.look.row),
        h("th", { scope: "col" }, b.look.act),
        h("th", { scope: "col" }, b.look.why),
        h("td", {}))),
      h("tbody", {}, listed.slice(0, number).map((index) => line(results, compiled, batch, result, outcome, index)))),
    more(list, listed.length, number, MORE),
    listed.length === MOST_ROWS && all > MOST_ROWS && h("p", { class: "hint" }, b.look.first(MOST_ROWS, all)),
  ];
}

function line(results: Results, compiled: LoadedCoverage | null, batch: Batch, result: Result, outcome: LookedAt, index: number): Child {
  const { found } = result;
  const row = typeof found === "object" ? found.rows.get(index) : undefined;
  const isInvalid = outcome === "invalid_act";
  const invalid = isInvalid ? result.evaluation.invalid.find((entry) => entry.index === index) : undefined;
  const read = row && !isInvalid ? readRow(row, typeof found === "object" ? found.header : "", compiled, outcome) : { act: null, decision: null };
  const lineNumber = invalid?.line ?? row?.line;
  return h("tr", { key: index },
    h("th", { scope: "row" },
      h("p", {}, digits.format(index + 1)),
      lineNumber != null && h("p", { class: "why" }, b.look.line(lineNumber))),
    h("td", {}, said(results, read.act, row, found === "reading")),
    h("td", {}, invalid ? wrong(invalid.diagnostics) : read.decision && why(results, read.decision, read.act!)),
    h("td", {}, read.act && h("button", {
      type: "button",
      class: "try",
      "aria-label": b.look.openRow(index + 1),
      onclick: () => tryAct(read.act!, b.look.opened(index + 1, batch.file.name)),
    }, b.look.open)));
}

/** An act is only what the engine decides as it decided the row. */
function readRow(row: Row, header: string, compiled: LoadedCoverage | null, outcome: LookedAt): Read {
  const before = readRows.get(row);
  if (before || row.text === null || compiled === null) return before ?? { act: null, decision: null };
  const act = actOf(row.text, header);
  const answer = act && compiled.decide(act);
  const isSame = answer?.ok === true && answer.value.outcome === outcome;
  const read: Read = { act: isSame ? act : null, decision: isSame ? answer.value : null };
  readRows.set(row, read);
  return read;
}

function said({ compiled }: Results, act: CareAct | null, row: Row | undefined, isReading: boolean): Child {
  if (act) {
    const { care_type, ...facts } = act;
    const known = Object.entries(facts).filter(([, value]) => value !== null);
    const words = known.map(([fact, value]) => m.values.condition(factName(fact), factWords(fact, value)));
    return [h("p", {}, named(compiled ? typeLabel(compiled.catalog, care_type) : care_type, care_type)), h("p", { class: "why" }, words.join(", "))];
  }
  if (row?.text == null) return !isReading && h("span", { class: "muted" }, b.look.noText);
  return h("code", {}, row.text.length > LONGEST_TEXT ? `${row.text.slice(0, LONGEST_TEXT)}…` : row.text);
}

/** A pointer to the whole is to the row. */
function wrong(diagnostics: readonly Diagnostic[]): Child {
  return h("ul", { class: "row-problems" }, diagnostics.map(({ severity, message, pointer }) =>
    h("li", {}, status(SEVERITY_TONES[severity], m.problems.severity[severity]), " ", sentence(message), " ", pointer !== "" && pointerCode(pointer))));
}

function why({ compiled }: Results, decision: GuaranteeDecision, act: CareAct): Child {
  return m.outcome.sentence(decision, compiled ? typeLabel(compiled.catalog, act.care_type) : act.care_type, decision.guarantees.length);
}

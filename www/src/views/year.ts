/** What do the acts of a year cost a member or a family, and how far do the limits go? */
import { fromAct } from "../act-draft";
import { euros, fill } from "../amounts";
import { guaranteeName, typeLabel } from "../care-types";
import { loadExampleYear } from "../documents";
import { h, type Child } from "../dom";
import type { LimitCounter, LoadedCoverage } from "../engine";
import { openAndPaste } from "../header";
import { segmentsOf } from "../json-tree";
import { more, unfolding } from "../lists";
import { factName, messages as m } from "../messages";
import { plainSentence } from "../problems";
import type { Results } from "../results";
import { sharesBar } from "../shares";
import { getState, replaceWork, updateWork, type LoadedText, type State } from "../state";
import { status } from "../status";
import { typeIn } from "../text-field";
import { isFull, limitsOf, readYear, totalsOf, useOf, type LimitUse, type YearReading, type YearRow } from "../year";
import { removeFromYear } from "../year-text";
import { isRuleError } from "./act-money";
import { failureCard } from "./failure";
import { startPanel } from "./start";

const TEXT = "year/text";
const LIST = "year/acts";
const SHOWN_FIRST = 50;
const MORE = 200;

export function yearView(state: State, { catalog, coverage, compiled }: Results): Child {
  const { year, catalog: catalogText, coverage: coverageText } = state.work;
  const example = h("button", { type: "button", onclick: () => void loadExampleYear() }, m.year.example);
  if (catalogText === null || coverageText === null) return startPanel(year === null ? m.year.lead : m.year.needCoverage, example);
  if (catalog.state === "failed") return failureCard(catalog.code);
  if (coverage.state === "failed" && compiled === null) return failureCard(coverage.code);
  if (catalog.state !== "ready" || compiled === null) return startPanel(m.year.needReadable, example);
  if (year === null) return nothing(example);
  const reading = readYear(year.text, compiled);
  return h("div", { class: "year" },
    coverage.state !== "ready" && h("p", { class: "hint" }, m.year.stale),
    reading.state === "ready" ? [summary(compiled, reading), !reading.hasUses && h("p", { class: "hint" }, m.year.manyActs), table(state, compiled, reading.rows)] : reading.state === "failed" ? failureCard(reading.code) : broken(reading),
    text(state, year, reading));
}

function nothing(example: Child): Child {
  return h("section", { class: "start", "aria-labelledby": "year-start" },
    h("h2", { id: "year-start" }, m.year.title),
    h("p", {}, m.year.lead),
    h("div", { class: "bar" }, example, openAndPaste("hand")),
    h("p", { class: "hint" }, m.year.textHint));
}

function broken(reading: Exclude<YearReading, { state: "ready" | "failed" }>): Child {
  return h("div", { class: "card bad-card" },
    h("p", { role: "status" }, status("bad", reading.state === "broken" ? m.year.broken : m.year.notAList)),
    reading.state === "broken" && h("p", {}, m.mistake(reading.mistake)));
}

function summary(coverage: LoadedCoverage, { rows, counters }: Extract<YearReading, { state: "ready" }>): Child {
  const totals = totalsOf(rows);
  const limits = limitsOf(coverage);
  const uses = counters.flatMap((counter) => useOf(counter, limits.get(counter.key)) ?? []);
  return h("div", { class: "columns year-summary" },
    h("section", { class: "card", "aria-labelledby": "year-totals" },
      h("div", { class: "list-head" }, h("h2", { id: "year-totals" }, m.year.totals), h("p", { class: "muted" }, m.year.acts(rows.length))),
      h("p", { role: "status" }, m.amounts.sentence(euros(totals.charged), euros(totals.secu), euros(totals.complementary), euros(totals.own))),
      sharesBar(totals.charged, { secu: totals.secu, complementary: totals.complementary, out_of_pocket: totals.own }),
      totals.leftOut > 0 && h("p", { class: "hint" }, m.year.leftOut(totals.leftOut))),
    h("section", { class: "card", "aria-labelledby": "year-limits" },
      h("h2", { id: "year-limits" }, m.year.limits),
      uses.length === 0
        ? h("p", { class: "empty" }, m.year.noLimits)
        : h("ul", { class: "limits" }, uses.map((use) => h("li", {}, limitBar(use, [limitName(use), h("span", { class: "muted" }, ` · ${whomAndWhen(use.counter!, limits.get(use.key)!)}`)]))))));
}

/** A name is one long word; it may break after its underscores. */
function limitName({ key }: LimitUse): Child {
  return h("strong", {}, guaranteeName(key));
}

function limitBar(use: LimitUse, name: Child): Child {
  const filled = fill(use.used, use.maximum);
  return [
    h("div", { class: "limit-words" }, h("span", {}, name), h("span", { class: "number" }, isFull(use) && [status("warn", m.year.usedUp), " "], use.words)),
    h("svg", { class: "limit-bar", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
      h("path", { class: "limit-rest", d: "M0 0H100V8H0Z" }),
      h("path", { class: "limit-used", d: filled > 0 ? `M0 0H${filled}V8H0Z` : "" })),
  ];
}

/** `anne/left`, `family/S1`: the parts are escaped as in a JSON Pointer. */
function whomAndWhen({ scope_id, period_start }: LimitCounter, { period }: { period: { kind: string; months?: number } }): string {
  const [whom = "", ...parts] = segmentsOf(`/${scope_id}`);
  const words = [whom === "family" ? m.year.family : whom, ...parts.map((part) => m.year.side[part] ?? part)];
  return [...words, periodWords(period, period_start)].filter((word) => word !== "").join(", ");
}

function periodWords({ kind, months }: { kind: string; months?: number }, start: string | null): string {
  const words = m.year.periods;
  if (kind === "civil_year" || kind === "membership_year") return words[kind](start ?? "");
  if (kind === "rolling_months") return words.rolling_months(String(months));
  return kind === "act" || kind === "stay" || kind === "lifetime" ? words[kind] : "";
}

function table(state: State, coverage: LoadedCoverage, rows: readonly YearRow[]): Child {
  if (rows.length === 0) return h("p", { class: "empty" }, m.year.empty);
  const { caption, date, act, charged, secu, complementary, own, limits } = m.year.table;
  const number = (title: string) => h("th", { scope: "col", class: "number" }, title);
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return h("div", { class: "card" },
    h("table", { class: "year-acts" },
      h("caption", {}, h("h2", {}, caption)),
      h("thead", {}, h("tr", {},
        h("th", { scope: "col" }, date), h("th", { scope: "col" }, act), number(charged), number(secu), number(complementary), number(own), h("th", { scope: "col" }, limits))),
      h("tbody", {}, rows.slice(0, shown).map((row) => actRow(coverage, row)))),
    more(LIST, rows.length, shown, MORE));
}

function actRow(coverage: LoadedCoverage, row: YearRow): Child {
  const { date, charged, secu, complementary, own, limits } = m.year.table;
  const { index, act, amounts, result } = row;
  const label = labelOf(coverage, row);
  const shares = result?.amounts;
  const given = amounts.charged;
  const number = (title: string, value: Child) => h("td", { class: "number", "data-label": title }, value);
  return h("tr", { key: index },
    h("td", { class: "date", "data-label": date }, typeof act?.care_date === "string" ? act.care_date : h("span", { class: "muted" }, m.year.undated)),
    h("th", { scope: "row" },
      h("p", {}, label),
      h("p", { class: "why" }, [typeof amounts.beneficiary === "string" ? amounts.beneficiary : null, result?.guarantee].filter(Boolean).flatMap((part, at) => [at > 0 && " · ", guaranteeName(String(part))])),
      h("p", { class: "row-actions" },
        act && h("button", { type: "button", class: "link", "aria-label": m.year.openAct(label), onclick: () => open(row) }, m.year.open),
        h("button", { type: "button", class: "link", "aria-label": m.year.removeAct(label), onclick: () => removeFromYear(index, label) }, m.year.remove))),
    number(charged, typeof given === "string" || typeof given === "number" ? euros(given) : "–"),
    shares
      ? [number(secu, euros(shares.secu_paid)), number(complementary, euros(shares.complementary)), number(own, euros(shares.out_of_pocket)),
          h("td", { "data-label": limits }, row.uses.length === 0 && h("span", { class: "muted" }, m.year.noUse), row.uses.map((use) => h("div", { class: "use" }, limitBar(use, limitName(use)))), isCut(row) && h("p", { class: "why" }, m.year.cut))]
      : h("td", { colspan: 4 }, why(coverage, row)));
}

function labelOf({ catalog }: LoadedCoverage, { label, act, index }: YearRow): string {
  return label ?? (typeof act?.care_type === "string" ? typeLabel(catalog, act.care_type) : m.year.entry(index + 1));
}

function isCut({ result }: YearRow): boolean {
  return result?.steps.some(({ step, note }) => step === "allowed" && note !== null) ?? false;
}

/** Why a row has no amounts. */
function why({ catalog }: LoadedCoverage, { act, result, problems }: YearRow): Child {
  if (!result) {
    const ofRule = problems.some(isRuleError);
    return [ofRule && h("p", {}, status("bad", m.year.brokenRule)), h("ul", { class: "row-problems" }, problems.map(({ message }) => h("li", {}, status("bad", m.problems.severity.error), " ", plainSentence(message))))];
  }
  const { outcome, guarantee, missing } = result;
  if (outcome === "undetermined" && guarantee !== null) return status("open", missing.length === 0 ? m.year.opaque : m.year.missing(missing.map(factName)));
  if (outcome === "undetermined") return status("open", m.amounts.missingFacts(missing.map(factName)));
  if (outcome === "ambiguous") return status("open", m.outcome.words.ambiguous);
  if (outcome === "unknown_care_type") return status("bad", m.outcome.sentence({ outcome, guarantees: [], undetermined: [] }, typeLabel(catalog, act!.care_type), 0));
  return status("bad", m.year.notCovered);
}

function open({ act, amounts }: YearRow): void {
  location.hash = "act";
  replaceWork({ ...getState().work, draft: fromAct(act!, amounts) }, m.year.opened, { view: "act", outcomeFocus: {} });
}

/** The text of the acts, unfolded where it cannot be read. */
function text(state: State, year: LoadedText, reading: YearReading): Child {
  const typed = (event: Event) => typeIn(event, (text) => updateWork({ year: { source: year.source, text } }));
  const field = () => h("div", { class: "field" },
    h("label", { for: "year-text" }, m.year.text),
    h("textarea", { id: "year-text", class: "code", rows: 16, spellcheck: "false", value: year.text, "aria-describedby": "year-text-hint", oninput: typed }),
    h("p", { id: "year-text-hint", class: "hint" }, m.year.textHint));
  return h("section", { class: "card" },
    h("div", { class: "list-head" },
      h("p", { class: "muted" }, year.source),
      h("div", { class: "bar" },
        openAndPaste("hand"),
        h("button", { type: "button", onclick: () => void loadExampleYear() }, m.year.example),
        h("button", { type: "button", onclick: () => replaceWork({ ...getState().work, year: null }, m.year.cleared) }, m.year.clear))),
    reading.state === "ready" ? unfolding(state, TEXT, {}, m.year.showText, field) : field());
}

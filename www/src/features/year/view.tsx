/** What do the acts of a year cost a member or a family, and how far do the limits go? */
import { mistakeWords, factName, problemWords, outcomeWords } from "../common/words";
import { amountWords } from "../act/words";
import { yearWords } from "./words";
import { fromAct } from "../act/draft";
import { euros, fill } from "../../kit/amounts";
import { guaranteeName, typeLabel } from "../common/care-types";
import { loadExampleYear } from "../documents/actions";
import type { ComponentChildren } from "preact";
import type { LimitCounter, LoadedCoverage } from "../../engine/engine";
import { openAndPaste } from "../../shell/header";
import { segmentsOf } from "../../kit/json/tree";
import { more, unfolding } from "../common/lists";
import { plainSentence } from "../common/problems";
import type { Results } from "../../store/results";
import { sharesBar } from "../../kit/shares-bar";
import { getState, replaceWork, updateWork, type LoadedText, type State } from "../../store/state";
import { status } from "../../kit/status";
import { typeIn } from "../text/field";
import { isFull, limitsOf, readYear, totalsOf, useOf, type LimitUse, type YearReading, type YearRow } from "./model";
import { removeFromYear } from "./actions";
import { isRuleError } from "../act/money";
import { failureCard } from "../common/failure";
import { startPanel } from "../documents/start";

const TEXT = "year/text";
const LIST = "year/acts";
const SHOWN_FIRST = 50;
const MORE = 200;

export function yearView(state: State, { catalog, coverage, compiled }: Results): ComponentChildren {
  const { year, catalog: catalogText, coverage: coverageText } = state.work;
  const example = (
    <button type="button" onClick={() => void loadExampleYear()}>
      {yearWords.example}
    </button>
  );
  if (catalogText === null || coverageText === null) return startPanel(year === null ? yearWords.lead : yearWords.needCoverage, example);
  if (catalog.state === "failed") return failureCard(catalog.code);
  if (coverage.state === "failed" && compiled === null) return failureCard(coverage.code);
  if (catalog.state !== "ready" || compiled === null) return startPanel(yearWords.needReadable, example);
  if (year === null) return nothing(example);
  const reading = readYear(year.text, compiled);
  return (
    <div class="year">
      {coverage.state !== "ready" && <p class="hint">{yearWords.stale}</p>}
      {reading.state === "ready" ? (
        <>
          {summary(compiled, reading)}
          {!reading.hasUses && <p class="hint">{yearWords.manyActs}</p>}
          {table(state, compiled, reading.rows)}
        </>
      ) : reading.state === "failed" ? (
        failureCard(reading.code)
      ) : (
        broken(reading)
      )}
      {text(state, year, reading)}
    </div>
  );
}

function nothing(example: ComponentChildren): ComponentChildren {
  return (
    <section class="start" aria-labelledby="year-start">
      <h2 id="year-start">{yearWords.title}</h2>
      <p>{yearWords.lead}</p>
      <div class="bar">
        {example}
        {openAndPaste("hand")}
      </div>
      <p class="hint">{yearWords.textHint}</p>
    </section>
  );
}

function broken(reading: Exclude<YearReading, { state: "ready" | "failed" }>): ComponentChildren {
  return (
    <div class="card bad-card">
      <p role="status">{status("bad", reading.state === "broken" ? yearWords.broken : yearWords.notAList)}</p>
      {reading.state === "broken" && <p>{mistakeWords(reading.mistake)}</p>}
    </div>
  );
}

function summary(coverage: LoadedCoverage, { rows, counters }: Extract<YearReading, { state: "ready" }>): ComponentChildren {
  const totals = totalsOf(rows);
  const limits = limitsOf(coverage);
  const uses = counters.flatMap((counter) => useOf(counter, limits.get(counter.key)) ?? []);
  return (
    <div class="columns year-summary">
      <section class="card" aria-labelledby="year-totals">
        <div class="list-head">
          <h2 id="year-totals">{yearWords.totals}</h2>
          <p class="muted">{yearWords.acts(rows.length)}</p>
        </div>
        <p role="status">{amountWords.sentence(euros(totals.charged), euros(totals.secu), euros(totals.complementary), euros(totals.own))}</p>
        {sharesBar(totals.charged, { secu: totals.secu, complementary: totals.complementary, out_of_pocket: totals.own })}
        {totals.leftOut > 0 && <p class="hint">{yearWords.leftOut(totals.leftOut)}</p>}
      </section>
      <section class="card" aria-labelledby="year-limits">
        <h2 id="year-limits">{yearWords.limits}</h2>
        {uses.length === 0 ? (
          <p class="empty">{yearWords.noLimits}</p>
        ) : (
          <ul class="limits">
            {uses.map((use) => (
              <li>
                {limitBar(use, [limitName(use), <span class="muted">{` · ${whomAndWhen(use.counter!, limits.get(use.key)!)}`}</span>])}
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** A name is one long word; it may break after its underscores. */
function limitName({ key }: LimitUse): ComponentChildren {
  return <strong>{guaranteeName(key)}</strong>;
}

function limitBar(use: LimitUse, name: ComponentChildren): ComponentChildren {
  const filled = fill(use.used, use.maximum);
  return (
    <>
      <div class="limit-words">
        <span>{name}</span>
        <span class="number">
          {isFull(use) && <>{status("warn", yearWords.usedUp)} </>}
          {use.words}
        </span>
      </div>
      <svg class="limit-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <path class="limit-rest" d="M0 0H100V8H0Z" />
        <path class="limit-used" d={filled > 0 ? `M0 0H${filled}V8H0Z` : ""} />
      </svg>
    </>
  );
}

/** `anne/left`, `family/S1`: the parts are escaped as in a JSON Pointer. */
function whomAndWhen({ scope_id, period_start }: LimitCounter, { period }: { period: { kind: string; months?: number } }): string {
  const [whom = "", ...parts] = segmentsOf(`/${scope_id}`);
  const words = [whom === "family" ? yearWords.family : whom, ...parts.map((part) => yearWords.side[part] ?? part)];
  return [...words, periodWords(period, period_start)].filter((word) => word !== "").join(", ");
}

function periodWords({ kind, months }: { kind: string; months?: number }, start: string | null): string {
  const words = yearWords.periods;
  if (kind === "civil_year" || kind === "membership_year") return words[kind](start ?? "");
  if (kind === "rolling_months") return words.rolling_months(String(months));
  return kind === "act" || kind === "stay" || kind === "lifetime" ? words[kind] : "";
}

function table(state: State, coverage: LoadedCoverage, rows: readonly YearRow[]): ComponentChildren {
  if (rows.length === 0) return <p class="empty">{yearWords.empty}</p>;
  const { caption, date, act, charged, secu, complementary, own, limits } = yearWords.table;
  const number = (title: string) => (
    <th scope="col" class="number">
      {title}
    </th>
  );
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  return (
    <div class="card">
      <table class="year-acts">
        <caption>
          <h2>{caption}</h2>
        </caption>
        <thead>
          <tr>
            <th scope="col">{date}</th>
            <th scope="col">{act}</th>
            {number(charged)}
            {number(secu)}
            {number(complementary)}
            {number(own)}
            <th scope="col">{limits}</th>
          </tr>
        </thead>
        <tbody>{rows.slice(0, shown).map((row) => actRow(coverage, row))}</tbody>
      </table>
      {more(LIST, rows.length, shown, MORE)}
    </div>
  );
}

function actRow(coverage: LoadedCoverage, row: YearRow): ComponentChildren {
  const { date, charged, secu, complementary, own, limits } = yearWords.table;
  const { index, act, amounts, result } = row;
  const label = labelOf(coverage, row);
  const shares = result?.amounts;
  const given = amounts.charged;
  const number = (title: string, value: ComponentChildren) => (
    <td class="number" data-label={title}>
      {value}
    </td>
  );
  return (
    <tr key={index}>
      <td class="date" data-label={date}>
        {typeof act?.care_date === "string" ? act.care_date : <span class="muted">{yearWords.undated}</span>}
      </td>
      <th scope="row">
        <p>{label}</p>
        <p class="why">
          {[typeof amounts.beneficiary === "string" ? amounts.beneficiary : null, result?.guarantee]
            .filter(Boolean)
            .flatMap((part, at) => [at > 0 && " · ", guaranteeName(String(part))])}
        </p>
        <p class="row-actions">
          {act && (
            <button type="button" class="link" aria-label={yearWords.openAct(label)} onClick={() => open(row)}>
              {yearWords.open}
            </button>
          )}
          <button type="button" class="link" aria-label={yearWords.removeAct(label)} onClick={() => removeFromYear(index, label)}>
            {yearWords.remove}
          </button>
        </p>
      </th>
      {number(charged, typeof given === "string" || typeof given === "number" ? euros(given) : "–")}
      {shares ? (
        <>
          {number(secu, euros(shares.secu_paid))}
          {number(complementary, euros(shares.complementary))}
          {number(own, euros(shares.out_of_pocket))}
          <td data-label={limits}>
            {row.uses.length === 0 && <span class="muted">{yearWords.noUse}</span>}
            {row.uses.map((use) => (
              <div class="use">{limitBar(use, limitName(use))}</div>
            ))}
            {isCut(row) && <p class="why">{yearWords.cut}</p>}
          </td>
        </>
      ) : (
        <td colspan={4}>{why(coverage, row)}</td>
      )}
    </tr>
  );
}

function labelOf({ catalog }: LoadedCoverage, { label, act, index }: YearRow): string {
  return label ?? (typeof act?.care_type === "string" ? typeLabel(catalog, act.care_type) : yearWords.entry(index + 1));
}

function isCut({ result }: YearRow): boolean {
  return result?.steps.some(({ step, note }) => step === "allowed" && note !== null) ?? false;
}

/** Why a row has no amounts. */
function why({ catalog }: LoadedCoverage, { act, result, problems }: YearRow): ComponentChildren {
  if (!result) {
    const ofRule = problems.some(isRuleError);
    return (
      <>
        {ofRule && <p>{status("bad", yearWords.brokenRule)}</p>}
        <ul class="row-problems">
          {problems.map(({ message }) => (
            <li>
              {status("bad", problemWords.severity.error)} {plainSentence(message)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { outcome, guarantee, missing } = result;
  if (outcome === "undetermined" && guarantee !== null)
    return status("open", missing.length === 0 ? yearWords.opaque : yearWords.missing(missing.map(factName)));
  if (outcome === "undetermined") return status("open", amountWords.missingFacts(missing.map(factName)));
  if (outcome === "ambiguous") return status("open", outcomeWords.words.ambiguous);
  if (outcome === "unknown_care_type")
    return status("bad", outcomeWords.sentence({ outcome, guarantees: [], undetermined: [] }, typeLabel(catalog, act!.care_type), 0));
  return status("bad", yearWords.notCovered);
}

function open({ act, amounts }: YearRow): void {
  location.hash = "act";
  replaceWork({ ...getState().work, draft: fromAct(act!, amounts) }, yearWords.opened, { view: "act", outcomeFocus: {} });
}

/** The text of the acts, unfolded where it cannot be read. */
function text(state: State, year: LoadedText, reading: YearReading): ComponentChildren {
  const typed = (event: Event) => typeIn(event, (text) => updateWork({ year: { source: year.source, text } }));
  const field = () => (
    <div class="field">
      <label for="year-text">{yearWords.text}</label>
      <textarea
        id="year-text"
        class="code"
        rows={16}
        spellcheck={false}
        value={year.text}
        aria-describedby="year-text-hint"
        onInput={typed}
      />
      <p id="year-text-hint" class="hint">
        {yearWords.textHint}
      </p>
    </div>
  );
  return (
    <section class="card">
      <div class="list-head">
        <p class="muted">{year.source}</p>
        <div class="bar">
          {openAndPaste("hand")}
          <button type="button" onClick={() => void loadExampleYear()}>
            {yearWords.example}
          </button>
          <button type="button" onClick={() => replaceWork({ ...getState().work, year: null }, yearWords.cleared)}>
            {yearWords.clear}
          </button>
        </div>
      </div>
      {reading.state === "ready" ? unfolding(state, TEXT, {}, yearWords.showText, field) : field()}
    </section>
  );
}

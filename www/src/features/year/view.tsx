/** What do the acts of a year cost a member or a family, and how far do the limits go? */
import { batch } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { LimitCounter, LoadedCoverage } from "../../engine/engine";
import { fill } from "../../kit/amounts";
import { takesFocus } from "../../kit/focus";
import { segmentsOf } from "../../kit/json/tree";
import { SharesBar } from "../../kit/shares-bar";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { focusOf, focusOn } from "../../store/page";
import * as readings from "../../store/readings";
import { replaceWork } from "../../store/replace";
import { documents } from "../../store/work";
import { isRuleError } from "../act/model";
import { amountWords } from "../act/words";
import { factName, outcomeWords } from "../common/act-words";
import { GuaranteeName } from "../common/care-types";
import { euros } from "../common/counting";
import { FailureCard } from "../common/failure";
import { typeLabel } from "../common/labels";
import { More, Unfolding } from "../common/lists";
import { plainSentence } from "../common/sentences";
import { mistakeWords, problemWords } from "../common/words";
import { StartPanel } from "../documents/start";
import { OpenAndPaste } from "../documents/ways-in";
import { sourceWords } from "../documents/words";
import { PlainText } from "../text/field";
import { followTyped, loadExampleYear, openRow, removeFromYear } from "./actions";
import { isFull, limitsOf, type LimitUse, openId, totalsOf, useOf, year, type YearReading, type YearRow } from "./model";
import { yearWords } from "./words";

type ReadyYear = Extract<YearReading, { state: "ready" }>;

const TEXT = "year/text";
const LIST = "year/acts";
const NO_ACTS = "year/none";
const SHOWN_FIRST = 50;
const MORE = 200;

export function YearView() {
  const [catalog, coverage, compiled] = [readings.catalog.value, readings.coverage.value, readings.compiled.value];
  const { isThere } = documents.year;
  if (!documents.catalog.isThere.value || !documents.coverage.isThere.value) {
    return <StartPanel lead={isThere.value ? yearWords.needCoverage : yearWords.lead} other={<ExampleButton />} />;
  }
  if (catalog.state === "failed") return <FailureCard code={catalog.code} />;
  if (coverage.state === "failed" && compiled === null) return <FailureCard code={coverage.code} />;
  if (catalog.state !== "ready" || compiled === null) return <StartPanel lead={yearWords.needReadable} other={<ExampleButton />} />;
  const reading = year.value;
  if (reading === null) return <Nothing />;
  return (
    <div class="year">
      {coverage.state !== "ready" && <p class="hint">{yearWords.stale}</p>}
      {reading.state === "ready" ? (
        <>
          <Summary coverage={compiled} reading={reading} />
          {!reading.hasUses && <p class="hint">{yearWords.manyActs}</p>}
          <Table coverage={compiled} rows={reading.rows} />
        </>
      ) : reading.state === "failed" ? (
        <FailureCard code={reading.code} />
      ) : (
        <Broken reading={reading} />
      )}
      <Text isReady={reading.state === "ready"} />
    </div>
  );
}

function ExampleButton() {
  return (
    <button type="button" onClick={() => void loadExampleYear()}>
      {yearWords.example}
    </button>
  );
}

function Nothing() {
  return (
    <section class="start" aria-labelledby="year-start">
      <h2 id="year-start">{yearWords.title}</h2>
      <p>{yearWords.lead}</p>
      <div class="bar">
        <ExampleButton />
        <OpenAndPaste target="hand" />
      </div>
      <p class="hint">{yearWords.textHint}</p>
    </section>
  );
}

function Broken({ reading }: { reading: Exclude<YearReading, { state: "ready" | "failed" }> }) {
  return (
    <div class="card bad-card">
      <p role="status">
        <Status tone="bad" word={reading.state === "broken" ? yearWords.broken : yearWords.notAList} />
      </p>
      {reading.state === "broken" && <p>{mistakeWords(reading.mistake)}</p>}
    </div>
  );
}

function Summary({ coverage, reading: { rows, counters } }: { coverage: LoadedCoverage; reading: ReadyYear }) {
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
        <p role="status">
          {amountWords.sentence(euros(totals.charged), euros(totals.secu), euros(totals.complementary), euros(totals.own))}
        </p>
        <SharesBar
          format={euros}
          labels={amountWords.shares}
          charged={totals.charged}
          shares={{ secu: totals.secu, complementary: totals.complementary, out_of_pocket: totals.own }}
        />
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
                <LimitBar
                  use={use}
                  name={[
                    <LimitName limitUse={use} />,
                    <span class="muted">{` · ${whomAndWhen(use.counter!, limits.get(use.key)!)}`}</span>,
                  ]}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** A name is one long word; it may break after its underscores. */
function LimitName({ limitUse: { key } }: { limitUse: LimitUse }) {
  return (
    <strong>
      <GuaranteeName name={key} />
    </strong>
  );
}

function LimitBar({ use, name }: { use: LimitUse; name: ComponentChildren }) {
  const filled = fill(use.used, use.maximum);
  return (
    <>
      <div class="limit-words">
        <span>{name}</span>
        <span class="number">
          {isFull(use) && (
            <>
              <Status tone="warn" word={yearWords.usedUp} />{" "}
            </>
          )}
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

function Table({ coverage, rows }: { coverage: LoadedCoverage; rows: readonly YearRow[] }) {
  if (rows.length === 0) {
    return (
      <p class="empty" tabindex={-1} ref={takesFocus(focusOf(NO_ACTS))}>
        {yearWords.empty}
      </p>
    );
  }
  const { caption, date, act, charged, secu, complementary, own, limits } = yearWords.table;
  const number = (title: string) => (
    <th scope="col" class="number">
      {title}
    </th>
  );
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
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
        <tbody>
          {rows.slice(0, shown).map((row, position) => (
            <ActRow coverage={coverage} row={row} position={position} onRemove={() => removeRow(coverage, rows, position)} />
          ))}
        </tbody>
      </table>
      <More list={LIST} length={rows.length} shown={shown} step={MORE} />
    </div>
  );
}

function removeId(position: number): string {
  return `year-remove-${position}`;
}

/** The button goes with its row, so that of the next row takes the focus, or of the one before the last. */
function removeRow(coverage: LoadedCoverage, rows: readonly YearRow[], position: number): void {
  const row = rows[position]!;
  batch(() => {
    if (!removeFromYear(row.index, labelOf(coverage, row))) return;
    focusOn(rows.length > 1 ? removeId(Math.min(position, rows.length - 2)) : NO_ACTS);
  });
}

interface Row {
  coverage: LoadedCoverage;
  row: YearRow;
  /** In the table. */
  position: number;
  onRemove: () => void;
}

function ActRow({ coverage, row, position, onRemove }: Row) {
  const { date, charged, secu, complementary, own, limits } = yearWords.table;
  const { act, amounts, result } = row;
  const label = labelOf(coverage, row);
  const shares = result?.amounts;
  const given = amounts.charged;
  const number = (title: string, value: ComponentChildren) => (
    <td class="number" data-label={title}>
      {value}
    </td>
  );
  return (
    <tr>
      <td class="date" data-label={date}>
        {typeof act?.care_date === "string" ? act.care_date : <span class="muted">{yearWords.undated}</span>}
      </td>
      <th scope="row">
        <p>{label}</p>
        <p class="why">
          {[typeof amounts.beneficiary === "string" ? amounts.beneficiary : null, result?.guarantee]
            .filter(Boolean)
            .flatMap((part, at) => [at > 0 && " · ", <GuaranteeName name={String(part)} />])}
        </p>
        <p class="row-actions">
          {act && (
            <button
              type="button"
              class="link"
              aria-label={yearWords.openAct(label)}
              ref={takesFocus(focusOf(openId(row.index)))}
              onClick={() => openRow(row)}
            >
              {yearWords.open}
            </button>
          )}
          <button
            type="button"
            class="link"
            aria-label={yearWords.removeAct(label)}
            ref={takesFocus(focusOf(removeId(position)))}
            onClick={onRemove}
          >
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
              <div class="use">
                <LimitBar use={use} name={<LimitName limitUse={use} />} />
              </div>
            ))}
            {isCut(row) && <p class="why">{yearWords.cut}</p>}
          </td>
        </>
      ) : (
        <td colspan={4}>
          <Why coverage={coverage} yearRow={row} />
        </td>
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
function Why({ coverage: { catalog }, yearRow: { act, result, problems } }: { coverage: LoadedCoverage; yearRow: YearRow }) {
  if (!result) {
    const ofRule = problems.some(isRuleError);
    return (
      <>
        {ofRule && (
          <p>
            <Status tone="bad" word={yearWords.brokenRule} />
          </p>
        )}
        <ul class="row-problems">
          {problems.map(({ message }) => (
            <li>
              <Status tone="bad" word={problemWords.severity.error} /> {plainSentence(message)}
            </li>
          ))}
        </ul>
      </>
    );
  }
  const { outcome, guarantee, missing } = result;
  if (outcome === "undetermined" && guarantee !== null)
    return <Status tone="open" word={missing.length === 0 ? yearWords.opaque : yearWords.missing(missing.map(factName))} />;
  if (outcome === "undetermined") return <Status tone="open" word={amountWords.missingFacts(missing.map(factName))} />;
  if (outcome === "ambiguous") return <Status tone="open" word={outcomeWords.words.ambiguous} />;
  if (outcome === "unknown_care_type")
    return (
      <Status
        tone="bad"
        word={outcomeWords.sentence({ outcome, guarantees: [], undetermined: [] }, typeLabel(catalog, act!.care_type), 0)}
      />
    );
  return <Status tone="bad" word={yearWords.notCovered} />;
}

/** The text of the acts, unfolded where it cannot be read. */
function Text({ isReady }: { isReady: boolean }) {
  const loaded = documents.year.loaded.value;
  return (
    <section class="card">
      <div class="list-head">
        <p class="muted">{loaded && sourceWords(loaded)}</p>
        <div class="bar">
          <OpenAndPaste target="hand" />
          <ExampleButton />
          <button type="button" onClick={() => replaceWork({ year: null }, yearWords.cleared)}>
            {yearWords.clear}
          </button>
        </div>
      </div>
      <Unfolding part={TEXT} summary={yearWords.showText} isNeeded={!isReady}>
        {() => (
          <div class="field" onInput={followTyped}>
            <label for="year-text">{yearWords.text}</label>
            <PlainText document={documents.year} id="year-text" describedBy="year-text-hint" />
            <p id="year-text-hint" class="hint">
              {yearWords.textHint}
            </p>
          </div>
        )}
      </Unfolding>
    </section>
  );
}

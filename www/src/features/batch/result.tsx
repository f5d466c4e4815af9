/** What came of the file: how many acts have which outcome, and how many each guarantee covers; as a table with bars. */
import { loadedWords } from "../documents/words";
import { downloadResult } from "./download";
import { LOOKED_AT, type Batch, type BatchOutcome, type Result } from "./actions";
import { guaranteeName } from "../common/care-types";
import { digits } from "../common/counting";
import type { ComponentChildren } from "preact";
import { takesFocus, type FocusRequest } from "../../kit/focus";
import { OUTCOME_CODES } from "../../engine/engine";
import { more, SEARCHED_FROM, searchBox } from "../common/lists";
import { batchWords as b } from "./words";
import type { Results } from "../../store/results";
import { search } from "../../kit/search";
import type { State } from "../../store/state";
import { status, type Tone } from "../../kit/status";
import { batchLook, outcomeWord } from "./look";

const LIST = "batch/guarantees";
const SHOWN_FIRST = 10;
const MORE = 100;
/** The good news first, then what has to be looked at. */
const ORDER: readonly BatchOutcome[] = ["covered", "not_covered", "undetermined", "ambiguous", "unknown_care_type", "invalid_act"];
const BAR = "0 0 100 8";

export function batchResult(state: State, results: Results, batch: Batch, result: Result, focus: FocusRequest | null): ComponentChildren {
  const { evaluation } = result;
  const title = (
    <h2 id="batch-result" tabindex={-1} ref={takesFocus(focus)}>
      {b.result(batch.file.name)}
    </h2>
  );
  if (evaluation.length === 0) {
    return (
      <section class="card" aria-labelledby="batch-result">
        {title}
        <p>{status("info", b.none(batch.file.name))}</p>
        <p>{b.noneHelp}</p>
      </section>
    );
  }
  const numberOf = (outcome: BatchOutcome) => evaluation.summary.by_outcome[outcome] ?? 0;
  const look = LOOKED_AT.reduce((sum, outcome) => sum + numberOf(outcome), 0);
  return (
    <>
      <section class="card" aria-labelledby="batch-result">
        <div class="list-head">
          {title}
          <button type="button" title={b.downloadHint} onClick={() => void downloadResult(batch.file.name, result)}>
            {b.download}
          </button>
        </div>
        <p>
          {b.summary(evaluation.length, numberOf("covered"), look)}{" "}
          <span class="muted">{b.by(loadedWords.version(result.name, result.version))}</span>
        </p>
      </section>
      <div class="columns batch-tables">
        {outcomes(evaluation.length, numberOf)}
        {guarantees(state, result, numberOf("covered"))}
      </div>
      {batchLook(state, results, batch, result)}
    </>
  );
}

function outcomes(all: number, numberOf: (outcome: BatchOutcome) => number): ComponentChildren {
  const { title, outcome, acts, share } = b.outcomes;
  const longest = Math.max(...OUTCOME_CODES.map(numberOf));
  return (
    <section class="card" aria-labelledby="batch-outcomes">
      <h3 id="batch-outcomes">{title}</h3>
      {table(
        "batch-outcomes",
        outcome,
        acts,
        share,
        ORDER.map((code) => {
          const { tone, words } = outcomeWord(code);
          return row(code, status(tone, words), numberOf(code), all, longest, tone);
        }),
      )}
    </section>
  );
}

function guarantees(state: State, { evaluation, guaranteeNames }: Result, covered: number): ComponentChildren {
  const { title, hint, guarantee, share, find, notFound, none } = b.guarantees;
  const typed = state.searches[LIST] ?? "";
  const shown = state.shown[LIST] ?? SHOWN_FIRST;
  const numberOf = (name: string) => evaluation.summary.by_guarantee[name] ?? 0;
  const sorted = [...guaranteeNames].sort((left, right) => numberOf(right) - numberOf(left));
  const found = search(
    sorted,
    typed,
    (name) => name,
    () => "",
  );
  const longest = numberOf(sorted[0] ?? "");
  return (
    <section class="card" aria-labelledby="batch-guarantees">
      <div class="list-head">
        <h3 id="batch-guarantees">{title}</h3>
        {sorted.length > SEARCHED_FROM && searchBox(LIST, find, typed)}
      </div>
      <p class="hint">{hint}</p>
      <div role="status">{sorted.length > 0 && found.length === 0 && <p class="empty">{notFound(typed)}</p>}</div>
      {sorted.length === 0 && <p class="empty">{none}</p>}
      {found.length > 0 &&
        table(
          "batch-guarantees",
          guarantee,
          b.outcomes.acts,
          share,
          found.slice(0, shown).map((name) => row(name, guaranteeName(name), numberOf(name), covered, longest, "good")),
        )}
      {more(LIST, found.length, shown, MORE)}
    </section>
  );
}

function table(labelledBy: string, what: string, acts: string, share: string, rows: ComponentChildren[]): ComponentChildren {
  return (
    <table class="batch-counts" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" class="number">
            {acts}
          </th>
          <th scope="col" class="number">
            {share}
          </th>
          <td class="batch-bar" />
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

/** The bar says nothing that the numbers beside it do not say; the longest is that of the largest number. */
function row(key: string, name: ComponentChildren, number: number, whole: number, longest: number, tone: Tone): ComponentChildren {
  const length = longest === 0 ? 0 : (number / longest) * 100;
  return (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td class="number">{digits.format(number)}</td>
      <td class="number muted">{b.share(number, whole)}</td>
      <td class="batch-bar">
        <svg viewBox={BAR} preserveAspectRatio="none" aria-hidden="true">
          <path class={`bar-${tone}`} d={number > 0 ? `M0 0H${Math.max(length, 0.5)}V8H0Z` : ""} />
        </svg>
      </td>
    </tr>
  );
}

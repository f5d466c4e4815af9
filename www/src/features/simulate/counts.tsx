/** How many acts have which outcome, and how many each guarantee covers? Tables with bars. */
import type { ComponentChildren } from "preact";
import { OUTCOME_CODES } from "../../engine/engine";
import { search } from "../../kit/search";
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { wholeNumber } from "../common/counting";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import type { RowOutcome, Result } from "./model";
import { outcomeWord } from "./outcome-word";
import { fileWords as b } from "./words";

const LIST = "file/guarantees";
const SHOWN_FIRST = 10;
const MORE = 100;
/** The good news first, then what has to be looked at. */
const ORDER: readonly RowOutcome[] = ["covered", "not_covered", "undetermined", "ambiguous", "unknown_care_type", "invalid_act"];
const BAR = "0 0 100 8";

export function Outcomes({ all, numberOf }: { all: number; numberOf: (outcome: RowOutcome) => number }) {
  const { title, outcome, acts, share } = b.outcomes;
  const longest = Math.max(...OUTCOME_CODES.map(numberOf));
  return (
    <section class="card" aria-labelledby="file-outcomes">
      <h3 id="file-outcomes">{title}</h3>
      <Table
        labelledBy="file-outcomes"
        what={outcome}
        acts={acts}
        share={share}
        rows={ORDER.map((code) => {
          const { tone, words } = outcomeWord(code);
          return (
            <Row key={code} name={<Status tone={tone} word={words} />} number={numberOf(code)} whole={all} longest={longest} tone={tone} />
          );
        })}
      />
    </section>
  );
}

export function Guarantees({ result: { answers, guaranteeNames }, covered }: { result: Result; covered: number }) {
  const { title, hint, guarantee, share, find, notFound, none } = b.guarantees;
  const typed = listState(LIST).typed.value;
  const numberOf = (name: string) => answers.byGuarantee.get(name) ?? 0;
  const sorted = [...new Set(guaranteeNames)].sort((left, right) => numberOf(right) - numberOf(left));
  // Those that cover nothing come when they are asked for.
  const some = sorted.filter((name) => numberOf(name) > 0).length;
  const shown = listState(LIST).shown.value ?? (typed === "" ? Math.min(Math.max(some, 1), SHOWN_FIRST) : SHOWN_FIRST);
  const found = search(
    sorted,
    typed,
    (name) => name,
    () => "",
  );
  const longest = numberOf(sorted[0] ?? "");
  return (
    <section class="card" aria-labelledby="file-guarantees">
      <div class="list-head">
        <h3 id="file-guarantees">{title}</h3>
        {sorted.length > SEARCHED_FROM && <SearchBox list={LIST} label={find} />}
      </div>
      <p class="hint">{hint}</p>
      <div role="status">{sorted.length > 0 && found.length === 0 && <p class="empty">{notFound(typed)}</p>}</div>
      {sorted.length === 0 && <p class="empty">{none}</p>}
      {found.length > 0 && (
        <Table
          labelledBy="file-guarantees"
          what={guarantee}
          acts={b.outcomes.acts}
          share={share}
          rows={found.slice(0, shown).map((name) => (
            <Row key={name} name={name} number={numberOf(name)} whole={covered} longest={longest} tone="good" />
          ))}
        />
      )}
      <More list={LIST} length={found.length} shown={shown} step={MORE} />
    </section>
  );
}

function Table({
  labelledBy,
  what,
  acts,
  share,
  rows,
}: {
  labelledBy: string;
  what: string;
  acts: string;
  share: string;
  rows: ComponentChildren[];
}) {
  return (
    <table class="file-counts" aria-labelledby={labelledBy}>
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col" class="number">
            {acts}
          </th>
          <th scope="col" class="number">
            {share}
          </th>
          <td class="file-bar" />
        </tr>
      </thead>
      <tbody>{rows}</tbody>
    </table>
  );
}

interface Counted {
  name: ComponentChildren;
  number: number;
  whole: number;
  longest: number;
  tone: Tone;
}

/** The bar says nothing that the numbers next to it do not say; the longest is that of the largest number. */
function Row({ name, number, whole, longest, tone }: Counted) {
  const length = longest === 0 ? 0 : (number / longest) * 100;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{wholeNumber(number)}</td>
      <td class="number muted">{b.share(number, whole)}</td>
      <td class="file-bar">
        <svg viewBox={BAR} preserveAspectRatio="none" aria-hidden="true">
          <path class={`bar-${tone}`} d={number > 0 ? `M0 0H${Math.max(length, 0.5)}V8H0Z` : ""} />
        </svg>
      </td>
    </tr>
  );
}

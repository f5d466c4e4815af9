/** What the acts cost together and for each person, and how far the limits are filled. */
import type { LimitCounter, LoadedCoverage } from "../../engine/engine";
import { segmentsOf } from "../../kit/json/tree";
import { SharesBar } from "../../kit/shares-bar";
import { amountWords } from "../act/words";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { GuaranteeName } from "../common/care-types";
import { euros, wholeNumber } from "../common/counting";
import { LimitBar } from "./limit-use";
import { byPerson, limitsOf, maximaOf, totalsOf, useOf, type ReadyYear, type YearTotals } from "./model";
import { yearWords } from "./words";

export function Summary({ coverage, reading: { rows, counters } }: { coverage: LoadedCoverage; reading: ReadyYear }) {
  const totals = totalsOf(rows);
  const persons = [...byPerson(rows)].map(([person, own]) => [person, totalsOf(own)] as const);
  const limits = limitsOf(coverage);
  const maxima = maximaOf(rows.map(({ result }) => result));
  const uses = counters.flatMap((counter) => useOf(counter, limits.get(counter.key), maxima) ?? []);
  return (
    <div class="columns year-summary">
      <section class="card" aria-labelledby="year-totals">
        <div class="list-head">
          <h2 id="year-totals">{yearWords.totals}</h2>
          <p class="muted">{yearWords.acts(rows.length)}</p>
          <CopyAs call={calls.year.value} />
        </div>
        <p role="status">{amountWords.sentence(euros(totals.charged), euros(totals.secu), euros(totals.complementary), euros(totals.own))}</p>
        <SharesBar
          format={euros}
          labels={amountWords.shares}
          charged={totals.charged}
          shares={{ secu: totals.secu, complementary: totals.complementary, out_of_pocket: totals.own }}
        />
        {totals.leftOut > 0 && <p class="hint">{yearWords.leftOut(totals.leftOut)}</p>}
        {persons.length > 1 && <Persons persons={persons} family={totals} />}
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
                  name={
                    <>
                      <strong>
                        <GuaranteeName name={use.key} />
                      </strong>
                      {` · ${whomAndWhen(use.counter!, limits.get(use.key)!)}`}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  );
}

/** One row for each person, and one for all of them. */
function Persons({ persons, family }: { persons: readonly (readonly [string | null, YearTotals])[]; family: YearTotals }) {
  const { persons: words, table } = yearWords;
  const columns: [string, (totals: YearTotals) => string][] = [
    [words.acts, ({ acts }) => wholeNumber(acts)],
    [table.charged, ({ charged }) => euros(charged)],
    [table.secu, ({ secu }) => euros(secu)],
    [table.complementary, ({ complementary }) => euros(complementary)],
    [table.own, ({ own }) => euros(own)],
  ];
  const row = (name: string, totals: YearTotals, className?: string) => (
    <tr key={name} class={className}>
      <th scope="row">{name}</th>
      {columns.map(([title, show]) => (
        <td class="number" data-label={title}>
          {show(totals)}
        </td>
      ))}
    </tr>
  );
  return (
    <table class="sums">
      <caption class="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          {columns.map(([title]) => (
            <th scope="col" class="number">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {persons.map(([person, totals]) => row(person ?? words.nobody, totals))}
        {row(words.family, family, "sum")}
      </tbody>
    </table>
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

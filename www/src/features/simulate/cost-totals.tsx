/** What everything comes to under each side, and how many rows have which decision: tables. */
import { OUTCOME_CODES, type SimulationSums } from "../../engine/engine";
import { Status } from "../../kit/status";
import { plainNumber, wholeNumber } from "../common/counting";
import { difference, isNothing, money, shareOf, signedMoney } from "./cost-amounts";
import type { Answer } from "./cost-model";
import { costWords as c } from "./cost-words";
import type { RowOutcome } from "./model";
import { outcomeWord } from "./outcome-word";
import { fileWords as b } from "./words";

const t = () => c.totals;

export function CostTotals({ answer: { simulation, current, draft } }: { answer: Answer }) {
  const { totals } = simulation;
  return (
    <table class="cost-totals" aria-label={t().title}>
      <thead>
        <tr>
          <td />
          <th scope="col" class="number">
            {draft === null ? current : c.sides.named("current", current)}
          </th>
          {draft !== null && (
            <>
              <th scope="col" class="number">{c.sides.named("draft", draft)}</th>
              <th scope="col" class="number">
                {t().difference}
              </th>
              <th scope="col" class="number">
                {t().share}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        <Same name={t().acts} value={wholeNumber(totals.rows)} isAlone={draft === null} />
        {totals.weight !== String(totals.rows) && !isNothing(difference(totals.weight, String(totals.rows))) && (
          <Same name={t().weight} value={plainNumber(totals.weight)} isAlone={draft === null} />
        )}
        <Same name={t().charged} value={money(totals.charged)} isAlone={draft === null} />
        <Same name={t().secu_paid} value={money(totals.secu_paid)} isAlone={draft === null} />
        <Paid part="complementary" totals={totals} />
        <Paid part="out_of_pocket" totals={totals} />
      </tbody>
    </table>
  );
}

/** What is the same under both sides is there once. */
function Same({ name, value, isAlone }: { name: string; value: string; isAlone: boolean }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number" data-label={isAlone ? undefined : t().current}>
        {value}
      </td>
      {!isAlone && (
        <>
          <td class="number" data-label={t().draft}>
            {value}
          </td>
          <td />
          <td />
        </>
      )}
    </tr>
  );
}

function Paid({ part, totals: { current, draft } }: { part: "complementary" | "out_of_pocket"; totals: SimulationSums }) {
  const change = draft && difference(draft[part], current[part]);
  const share = change === null ? null : shareOf(change, current[part]);
  return (
    <tr class="cost-paid">
      <th scope="row">{t()[part]}</th>
      <td class="number" data-label={draft ? t().current : undefined}>
        {money(current[part])}
      </td>
      {draft && change !== null && (
        <>
          <td class="number" data-label={t().draft}>
            {money(draft[part])}
          </td>
          <td class="number" data-label={t().difference}>
            {signedMoney(change)}
          </td>
          <td class="number" data-label={t().share}>
            {share === null ? "" : c.percent(share)}
          </td>
        </>
      )}
    </tr>
  );
}

/** The good news first, then what has to be looked at. */
const ORDER: readonly RowOutcome[] = ["covered", "not_covered", "undetermined", "ambiguous", "unknown_care_type", "invalid_act"];

export function CostOutcomes({ answer: { simulation } }: { answer: Answer }) {
  const { outcomes } = simulation.totals;
  const { acts } = simulation;
  const numberOf = (outcome: RowOutcome, side: "current" | "draft") => outcomes[side]?.[outcome]?.rows ?? 0;
  const some = ORDER.filter((outcome) => OUTCOME_CODES.includes(outcome) && numberOf(outcome, "current") + numberOf(outcome, "draft") > 0);
  return (
    <section class="card" aria-labelledby="cost-outcomes">
      <h3 id="cost-outcomes">{c.outcomes.title}</h3>
      <table class="cost-outcomes" aria-labelledby="cost-outcomes">
        <thead>
          <tr>
            <th scope="col">{c.outcomes.what}</th>
            <th scope="col" class="number">
              {outcomes.draft ? `${c.outcomes.rows}, ${t().current.toLowerCase()}` : c.outcomes.rows}
            </th>
            {outcomes.draft && <th scope="col" class="number">{`${c.outcomes.rows}, ${t().draft.toLowerCase()}`}</th>}
            <th scope="col" class="number">
              {c.outcomes.charged}
            </th>
          </tr>
        </thead>
        <tbody>
          {some.map((outcome) => {
            const { tone, words } = outcomeWord(outcome);
            return (
              <tr>
                <th scope="row">
                  <Status tone={tone} word={words} />
                </th>
                <td class="number" data-label={outcomes.draft ? t().current : c.outcomes.rows}>
                  {wholeNumber(numberOf(outcome, "current"))} <span class="muted">{b.share(numberOf(outcome, "current"), simulation.rows)}</span>
                </td>
                {outcomes.draft && (
                  <td class="number" data-label={t().draft}>
                    {wholeNumber(numberOf(outcome, "draft"))} <span class="muted">{b.share(numberOf(outcome, "draft"), simulation.rows)}</span>
                  </td>
                )}
                <td class="number" data-label={c.outcomes.charged}>
                  {money(outcomes.current[outcome]?.charged ?? "0")}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {acts && <Changed acts={acts} />}
    </section>
  );
}

function Changed({ acts }: { acts: NonNullable<Answer["simulation"]["acts"]> }) {
  const some = (["newly_covered", "no_longer_covered", "other_guarantee"] as const).filter((name) => acts[name] > 0);
  return (
    <>
      <h4>{c.changed.title}</h4>
      {some.length === 0 && <p>{c.changed.none}</p>}
      {some.length > 0 && (
        <ul class="file-reasons">
          {some.map((name) => (
            <li>{c.changed[name](acts[name])}</li>
          ))}
        </ul>
      )}
    </>
  );
}

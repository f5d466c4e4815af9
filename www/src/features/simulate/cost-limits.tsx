/** Which limits do persons reach, and what do they cut off? */
import { wholeNumber } from "../common/counting";
import { More } from "../common/lists";
import { listState } from "../../store/lists";
import { money } from "./cost-amounts";
import type { Answer } from "./cost-model";
import { costWords as c } from "./cost-words";

const LIST = "costs/limits";
const SHOWN_FIRST = 10;
const MORE = 50;

export function CostLimits({ answer: { simulation, current, draft } }: { answer: Answer }) {
  const limits = simulation.limits.filter(({ persons }) => persons > 0);
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const sorted = limits.toSorted((left, right) => Number(right.cut) - Number(left.cut));
  const nameOf = (side: "current" | "draft") => (draft === null ? current : c.sides.named(side, side === "current" ? current : draft));
  return (
    <section class="card" aria-labelledby="cost-limits">
      <h3 id="cost-limits">{c.limits.title}</h3>
      {limits.length === 0 && <p>{c.limits.none}</p>}
      {limits.length > 0 && (
        <>
          <p class="hint">{c.limits.lead}</p>
          <table class="cost-limits" aria-labelledby="cost-limits">
            <thead>
              <tr>
                <th scope="col">{c.limits.limit}</th>
                <th scope="col">{c.limits.side}</th>
                <th scope="col" class="number">
                  {c.limits.persons}
                </th>
                <th scope="col" class="number">
                  {c.limits.cut}
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.slice(0, shown).map(({ side, key, persons, cut }) => (
                <tr>
                  <th scope="row">{key}</th>
                  <td data-label={c.limits.side}>{nameOf(side)}</td>
                  <td class="number" data-label={c.limits.persons}>
                    {wholeNumber(persons)}
                  </td>
                  <td class="number" data-label={c.limits.cut}>
                    {money(cut)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <More list={LIST} length={limits.length} shown={shown} step={MORE} />
        </>
      )}
    </section>
  );
}

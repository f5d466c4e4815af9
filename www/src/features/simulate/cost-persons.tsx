/** Who is better and worse off under the draft, by how much, and who most? */
import type { PersonAct, PersonChange, PersonChanges } from "../../engine/engine";
import { catalog } from "../../store/readings";
import { wholeNumber } from "../common/counting";
import { typeLabel } from "../common/labels";
import { Unfolding } from "../common/lists";
import { Bar } from "./bar";
import { isNothing, money, withoutSign } from "./cost-amounts";
import { costWords as c } from "./cost-words";
import { tryActs } from "./try-rows";
import { actsFile } from "./model";
import { fileWords as b } from "./words";

const p = () => c.persons;

interface Props {
  persons: PersonChanges;
  file: File;
  isBefore: boolean;
  hasPersons: boolean;
}

export function CostPersons({ persons, file, isBefore, hasPersons }: Props) {
  const { counted, apart, better, worse, same, histogram, quantiles, gains, losses } = persons;
  const most = Math.max(...histogram.map(({ persons }) => persons));
  return (
    <section class="card" aria-labelledby="cost-persons">
      <h3 id="cost-persons">{p().title}</h3>
      <p>{p().lead(counted)}</p>
      <dl class="cost-balance">
        <Count name={p().better} number={better} all={counted} tone="good" />
        <Count name={p().worse} number={worse} all={counted} tone="bad" />
        <Count name={p().same} number={same} all={counted} tone="muted" />
      </dl>
      {!hasPersons && <p class="hint">{p().noPerson}</p>}
      {apart > 0 && <p class="hint">{p().apart(apart)}</p>}
      {better + worse > 0 && (
        <>
          <div class="two-columns">
            <table class="cost-histogram" aria-label={p().histogram}>
              <thead>
                <tr>
                  <th scope="col">{p().class}</th>
                  <th scope="col" class="number">
                    {p().persons}
                  </th>
                  <th scope="col" class="number">
                    {p().share}
                  </th>
                  <td class="cost-bar" />
                </tr>
              </thead>
              <tbody>
                {histogram.map(({ from, to, persons }) => (
                  <tr>
                    <th scope="row">{className(from, to)}</th>
                    <td class="number">{wholeNumber(persons)}</td>
                    <td class="number muted">{b.share(persons, counted)}</td>
                    <td class="cost-bar">
                      <Bar value={isLoss(from, to) ? -persons : persons} longest={most} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
            <div class="cost-quantiles">
              <h4>{p().quantiles}</h4>
              <ul>
                {quantiles.map(({ at, difference }) => (
                  <li>{p().quantile(Number(at), gainWords(difference))}</li>
                ))}
              </ul>
            </div>
          </div>
          <div class="cost-largest-two">
            <Largest id="gainers" title={p().gainers} amount={p().difference} changes={gains} file={file} isBefore={isBefore} />
            <Largest id="losers" title={p().losers} amount={p().loss} changes={losses} file={file} isBefore={isBefore} />
          </div>
        </>
      )}
    </section>
  );
}

function Count({ name, number, all, tone }: { name: string; number: number; all: number; tone: "good" | "bad" | "muted" }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={tone}>
        <strong>{wholeNumber(number)}</strong> <span class="muted">{b.share(number, all)}</span>
      </dd>
    </div>
  );
}

function isLoss(from: string | null, to: string | null): boolean {
  return from === null || (to !== null && from.startsWith("-")) || (to !== null && to.startsWith("-"));
}

/** Classes are of gains: those below 0 are losses. */
function className(from: string | null, to: string | null): string {
  if (from !== null && to !== null && isNothing(from) && isNothing(to)) return p().zero;
  const size = (value: string | null) => (value === null || isNothing(value) ? null : money(withoutSign(value)));
  return isLoss(from, to) ? lossName(size(to), size(from)) : p().gains(to === null ? size(from) : size(from), to === null ? null : size(to));
}

function lossName(nearer: string | null, farther: string | null): string {
  return p().loses(nearer, farther);
}

function gainWords(difference: string): string {
  if (isNothing(difference)) return p().zero;
  const amount = money(withoutSign(difference));
  return difference.startsWith("-") ? p().losesExactly(amount) : p().gainsExactly(amount);
}

interface LargestProps {
  id: string;
  title: string;
  amount: string;
  changes: readonly PersonChange[];
  file: File;
  isBefore: boolean;
}

function Largest({ id, title, amount, changes, file, isBefore }: LargestProps) {
  return (
    <section aria-labelledby={`cost-${id}`}>
      <h4 id={`cost-${id}`}>{title}</h4>
      {changes.length === 0 && <p>{p().none}</p>}
      {changes.length > 0 && (
        <table class="cost-largest" aria-labelledby={`cost-${id}`}>
          <thead>
            <tr>
              <th scope="col">{p().person}</th>
              <th scope="col" class="number">
                {amount}
              </th>
              <th scope="col">{p().acts}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Change key={`${change.person}/${change.rows[0]}`} change={change} file={file} isBefore={isBefore} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const ROWS_NAMED = 3;

function Change({ change: { person, difference, row_count: count, rows, acts }, file, isBefore }: { change: PersonChange; file: File; isBefore: boolean }) {
  const name = person ?? p().ofRow((rows[0] ?? 0) + 1);
  const named = rows.slice(0, ROWS_NAMED).map((row) => wholeNumber(row + 1));
  const words = p().rowsOnly([...named, ...(count > ROWS_NAMED ? ["…"] : [])].join(" · "));
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{money(withoutSign(difference))}</td>
      <td class="muted">
        {acts === null ? (
          words
        ) : (
          <Unfolding part={`costs/acts/${name}`} class="inline-details" summary={words}>
            {() => <Acts acts={acts} count={count} />}
          </Unfolding>
        )}
      </td>
      <td class="no-print">
        {!isBefore && acts !== null && actsFile.value?.file === file && (
          <button type="button" class="try" aria-label={p().tryOf(name)} onClick={() => tryActs(acts, name, count, file.name)}>
            {p().try}
          </button>
        )}
      </td>
    </tr>
  );
}

/** What each says, and what both sides pay for it, limits counted. */
function Acts({ acts, count }: { acts: readonly PersonAct[]; count: number }) {
  const types = catalog.value;
  const label = (code: string) => (types.state === "ready" ? typeLabel(types.value, code) : code);
  return (
    <ul class="cost-rows">
      {acts.map(({ row, act, current, draft }) => (
        <li>
          <span class="muted">{p().row(row + 1, act.care_date ?? null)}</span> {p().act(label(act.care_type), money(String(act.charged)), money(current.complementary), money(draft.complementary))}
        </li>
      ))}
      {count > acts.length && <li class="muted">{p().moreActs(count - acts.length)}</li>}
    </ul>
  );
}

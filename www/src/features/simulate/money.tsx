/** Who pays what for the acts of the file, by guarantee and in all? */
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { euros, wholeNumber } from "../common/counting";
import { More } from "../common/lists";
import { withCapital } from "../common/sentences";
import { fieldName } from "./column";
import { type Money, type Sum, SUMMED } from "./sums";
import { fileWords as b } from "./words";

const LIST = "file/money";
const SHOWN_FIRST = 10;
const MORE = 100;

export function RowsMoney({ money, covered, hasBase }: { money: Money; covered: number; hasBase: boolean }) {
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const rows = [...money.byGuarantee].sort(([, left], [, right]) => Number(right.charged) - Number(left.charged));
  return (
    <section class="card" aria-labelledby="file-money">
      <h3 id="file-money">{b.money.title}</h3>
      <p>{b.money.lead(money.all.acts, covered)}</p>
      <p class="hint">{b.money.own}</p>
      {!hasBase && (
        <p>
          <Status tone="warn" word={b.money.noBase} />
        </p>
      )}
      <Unknown money={money} />
      {rows.length > 0 && (
        <table class="file-money" aria-labelledby="file-money">
          <thead>
            <tr>
              <th scope="col">{b.guarantees.guarantee}</th>
              <Headings />
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(([name, sum]) => (
              <Line key={name} name={name} sum={sum} />
            ))}
          </tbody>
          <tfoot>
            <Line name={b.money.all} sum={money.all} />
          </tfoot>
        </table>
      )}
      <More list={LIST} length={rows.length} shown={shown} step={MORE} />
    </section>
  );
}

function Headings() {
  const names = [b.outcomes.acts, b.money.charged, ...SUMMED.map((name) => b.money[name])];
  return (
    <>
      {names.map((name) => (
        <th scope="col" class="number">
          {name}
        </th>
      ))}
    </>
  );
}

function Line({ name, sum }: { name: string; sum: Sum }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number" data-label={b.outcomes.acts}>
        {wholeNumber(sum.acts)}
      </td>
      <td class="number" data-label={b.money.charged}>
        {euros(sum.charged)}
      </td>
      {SUMMED.map((part) => (
        <td class="number" data-label={b.money[part]}>
          {euros(sum[part])}
        </td>
      ))}
    </tr>
  );
}

function Unknown({ money: { unknown } }: { money: Money }) {
  if (unknown.rows === 0) return null;
  const missing = Object.entries(unknown.missing).sort(([, left], [, right]) => right - left);
  return (
    <>
      <p>
        <Status tone="open" word={b.money.unknown(unknown.rows)} />
      </p>
      <ul class="file-reasons">
        {missing.map(([field, rows]) => (
          <li>{withCapital(b.money.missing(fieldName(field), rows))}</li>
        ))}
        {unknown.other > 0 && <li>{withCapital(b.money.other(unknown.other))}</li>}
      </ul>
    </>
  );
}

/** What changes in euros: what the coverage pays for known acts before and after, in all and act by act. */
import { useLayoutEffect } from "preact/hooks";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { outcomeWords } from "../common/act-words";
import { euros, wholeNumber } from "../common/counting";
import { GuaranteeName } from "../common/care-types";
import { typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { askForExamples } from "./actions";
import { chosenSource, examplesState, pricedActs, source } from "./acts";
import { Difference } from "./direction-status";
import { type EuroRow, euroRows, type Paid, showsAll, sorting, type Sorting, SORTINGS, totals } from "./euros";
import type { Sides } from "./model";
import { sorted } from "./sort";
import { compareWords } from "./words";

const LIST = "compare/euros";
const SHOWN_FIRST = 15;
const MORE = 50;
const w = () => compareWords.euros;

export function EuroChanges({ sides }: { sides: Sides }) {
  useLayoutEffect(() => void askForExamples(), []);
  return (
    <section class="card" aria-labelledby="euros-title">
      <div class="list-head">
        <h3 id="euros-title">{w().title}</h3>
        <SourceChoice />
      </div>
      {source.value === null ? <NoActs /> : <Table sides={sides} />}
    </section>
  );
}

function NoActs() {
  if (examplesState.value === "none" || examplesState.value === "loading") {
    return (
      <p class="empty" role="status">
        {w().loading}
      </p>
    );
  }
  return (
    <>
      <p class="empty">{examplesState.value === "failed" ? w().failed : w().none}</p>
      <div class="bar">
        {examplesState.value === "failed" && (
          <button type="button" onClick={() => void askForExamples()}>
            {w().again}
          </button>
        )}
        <a href="#year">{w().toYear}</a>
      </div>
    </>
  );
}

function SourceChoice() {
  const [year, examples] = [pricedActs.year.value.length, pricedActs.examples.value.length];
  if (year === 0 || examples === 0) return null;
  return (
    <label class="inline-field">
      <span class="visually-hidden">{w().which}</span>
      <select value={source.value!} onChange={(event) => (chosenSource.value = event.currentTarget.value as "year" | "examples")}>
        <option value="year">{w().sources.year(year)}</option>
        <option value="examples">{w().sources.examples(examples)}</option>
      </select>
    </label>
  );
}

function Table({ sides }: { sides: Sides }) {
  const { before, after, difference, more, less, same, leftOut } = totals.value;
  const all = euroRows.value;
  const rows = sorted(showsAll.value ? all : all.filter((row) => Number(row.difference) !== 0), sorting.value, (row) => nameOf(sides, row));
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <p role="status">{w().sentence(w().sources[source.value!](all.length - leftOut), euros(before), euros(after), wordsOf(difference))}</p>
      <ul class="balance">
        {more > 0 && (
          <li>
            <Status tone="good" word={w().more(more)} />
          </li>
        )}
        {less > 0 && (
          <li>
            <Status tone="bad" word={w().less(less)} />
          </li>
        )}
        {same > 0 && <li class="muted">{w().same(same)}</li>}
        {leftOut > 0 && <li class="muted">{w().leftOut(leftOut)}</li>}
      </ul>
      {rows.length > 0 && (
        <table class="euro-table">
          <caption class="visually-hidden">{w().caption}</caption>
          <thead>
            <tr>
              {SORTINGS.map((column) => (
                <Heading column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map((row) => (
              <Row key={row.index} name={nameOf(sides, row)} row={row} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{w().total(all.length - leftOut)}</th>
              <td class="number" data-label={w().columns.before}>
                {euros(before)}
              </td>
              <td class="number" data-label={w().columns.after}>
                {euros(after)}
              </td>
              <td class="number" data-label={w().columns.difference}>
                <Difference amount={difference} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
      <More list={LIST} length={rows.length} shown={shown} step={MORE} />
      {same + leftOut > 0 && (
        <label class="choice">
          <input type="checkbox" checked={showsAll.value} onChange={(event) => (showsAll.value = event.currentTarget.checked)} />
          <span>{w().showAll(wholeNumber(same + leftOut))}</span>
        </label>
      )}
    </>
  );
}

function wordsOf(difference: string): string {
  const sign = Math.sign(Number(difference));
  return sign === 0 ? w().noDifference : sign > 0 ? w().moreBy(euros(difference)) : w().lessBy(euros(difference.slice(1)));
}

function nameOf({ after }: Sides, { act: { label, act } }: EuroRow): string {
  return label ?? typeLabel(after.catalog, act.care_type);
}

/** A press sorts by the column, a second one the other way round. */
function Heading({ column }: { column: Sorting }) {
  const { by, isDescending } = sorting.value;
  const isBy = by === column;
  return (
    <th scope="col" class={column === "act" ? undefined : "number"} aria-sort={isBy ? (isDescending ? "descending" : "ascending") : undefined}>
      <button type="button" class="sorter" onClick={() => (sorting.value = { by: column, isDescending: isBy && !isDescending })}>
        {w().columns[column]}
        <span aria-hidden="true">{isBy ? (isDescending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

function Row({ name, row: { before, after, difference } }: { name: string; row: EuroRow }) {
  const isMoved = before.guarantee !== after.guarantee;
  return (
    <tr>
      <th scope="row">
        {name}
        {isMoved && (
          <span class="moved muted">
            <GuaranteeOf paid={before} /> → <GuaranteeOf paid={after} />
          </span>
        )}
      </th>
      <td class="number" data-label={w().columns.before}>
        <Amount paid={before} />
      </td>
      <td class="number" data-label={w().columns.after}>
        <Amount paid={after} />
      </td>
      <td class="number" data-label={w().columns.difference}>
        {difference === null ? "–" : <Difference amount={difference} />}
      </td>
    </tr>
  );
}

function GuaranteeOf({ paid: { guarantee } }: { paid: Paid }) {
  return guarantee === null ? compareWords.nothing : <GuaranteeName name={guarantee} />;
}

/** Why nothing is known, where that is so. */
function Amount({ paid: { outcome, complementary } }: { paid: Paid }) {
  if (complementary !== null) return euros(complementary);
  return <span class="muted">{outcome === "refused" ? w().refused : outcome === "covered" ? w().notComputed : outcomeWords.words[outcome]}</span>;
}

/** The act of the form is one of the year: which one, and what becomes of a change of it. */
import type { LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import { focusOn } from "../../store/page";
import { typeLabel } from "../common/labels";
import { actOfYear, changesOfYear, leftOutBefore } from "../year/act-of-year";
import { addAsAnother, detach, openRow, updateInYear } from "../year/actions";
import { openId, type YearRow } from "../year/model";

import { act, amounts } from "./model";
import { ofYearWords } from "./words";

export function OfYear({ coverage }: { coverage: LoadedCoverage }) {
  const place = actOfYear.value;
  if (place === null) return null;
  if (place.state === "lost") {
    return (
      <section class="card open-card of-year" aria-label={ofYearWords.title}>
        <p>
          <Status tone="open" word={ofYearWords.lost} />
        </p>
        <div class="bar">
          <a href="#year">{ofYearWords.toYear}</a>
          <Detach />
        </div>
      </section>
    );
  }
  const { row, rows, number } = place;
  const beneficiary = typeof row.amounts.beneficiary === "string" ? row.amounts.beneficiary : null;
  const label = row.label ?? typeLabel(coverage.catalog, row.act!.care_type);
  const isChanged = Object.keys(changesOfYear.value ?? {}).length > 0;
  const [asked, given] = [act.value, amounts.value];
  return (
    <section class="card of-year" aria-label={ofYearWords.title}>
      <p>
        <strong>{ofYearWords.which(number, rows.length, beneficiary)}</strong> {label}
        <span class="hint"> {isChanged ? ofYearWords.changed : ofYearWords.same}</span>
      </p>
      {leftOutBefore.value > 0 && (
        <p>
          <Status tone="open" word={ofYearWords.leftOut(leftOutBefore.value)} />
        </p>
      )}
      <div class="bar">
        <button type="button" class={isChanged ? "primary" : undefined} disabled={!isChanged} onClick={updateInYear}>
          {ofYearWords.update}
        </button>
        {asked && given && (
          <button type="button" onClick={() => addAsAnother(asked, given, coverage.catalog)}>
            {ofYearWords.another}
          </button>
        )}
        <Detach />
        <span class="bar-end">
          <Step row={rows[number - 2]} words={ofYearWords.previous} />
          <a href="#year" onClick={() => focusOn(openId(row.index))}>
            {ofYearWords.toYear}
          </a>
          <Step row={rows[number]} words={ofYearWords.next} />
        </span>
      </div>
    </section>
  );
}

function Step({ row, words }: { row: YearRow | undefined; words: string }) {
  return (
    <button type="button" class="link" disabled={!row?.act} onClick={() => row && openRow(row)}>
      {words}
    </button>
  );
}

function Detach() {
  return (
    <button type="button" class="quiet" title={ofYearWords.detachHint} onClick={detach}>
      {ofYearWords.detach}
    </button>
  );
}

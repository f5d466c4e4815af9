/** What came of the file: the numbers, who pays what, what is wrong, and the rows to look at. */
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { loadedWords } from "../documents/words";
import { Guarantees, Outcomes } from "./counts";
import { downloadResult } from "./download";
import { BatchLook } from "./look";
import { type Batch, type BatchOutcome, LOOKED_AT, type Result, writing } from "./model";
import { BatchMoney } from "./money";
import { batchWords as b } from "./words";
import { BatchWrong } from "./wrong";

/** `isBefore`: the file is evaluated once more. */
export function BatchResult({ batch, result, focus, isBefore }: { batch: Batch; result: Result; focus: FocusRequest | null; isBefore: boolean }) {
  const { length, byOutcome, money } = result.answers;
  const title = (
    <h2 id="batch-result" tabindex={-1} ref={takesFocus(focus)}>
      {b.result(batch.file.name)}
    </h2>
  );
  if (length === 0) {
    return (
      <section class="card" aria-labelledby="batch-result">
        {title}
        <p>
          <Status tone="info" word={b.none(batch.file.name)} />
        </p>
        <p>{b.noneHelp}</p>
      </section>
    );
  }
  const numberOf = (outcome: BatchOutcome) => byOutcome[outcome] ?? 0;
  const look = LOOKED_AT.reduce((sum, outcome) => sum + numberOf(outcome), 0);
  return (
    <>
      <section class="card" aria-labelledby="batch-result">
        <div class="list-head">
          {title}
          {!isBefore && <Download batch={batch} result={result} />}
        </div>
        <p>
          {b.summary(length, numberOf("covered"), look)} <span class="muted">{b.by(loadedWords.version(result.name, result.version))}</span>
        </p>
      </section>
      <Outcomes all={length} numberOf={numberOf} />
      <Guarantees result={result} covered={numberOf("covered")} />
      {money && <BatchMoney money={money} covered={numberOf("covered")} hasBase={hasBase(result)} />}
      <BatchWrong batch={batch} result={result} />
      <BatchLook batch={batch} result={result} />
    </>
  );
}

function hasBase({ reading: { table } }: Result): boolean {
  return table === null || table.columns.some((column) => column?.field === "brss");
}

function Download({ batch, result }: { batch: Batch; result: Result }) {
  const written = writing.value;
  return (
    <button type="button" title={b.downloadHint} aria-disabled={written !== null} onClick={() => void downloadResult(batch, result)}>
      {written ? b.downloading(written.bytes, batch.file.size) : b.download}
    </button>
  );
}

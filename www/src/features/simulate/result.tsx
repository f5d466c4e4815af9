/** What came of the file: the numbers, who pays what, what is wrong, and the rows to look at. */
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { loadedWords } from "../documents/words";
import { Guarantees, Outcomes } from "./counts";
import { downloadResult } from "./download";
import { RowsLook } from "./look";
import { type ActsFile, type RowOutcome, LOOKED_AT, type Result, writing } from "./model";
import { RowsMoney } from "./money";
import { fileWords as b } from "./words";
import { RowsWrong } from "./wrong";

/** `isBefore`: the file is evaluated once more. */
export function RowsResult({ actsFile, result, focus, isBefore }: { actsFile: ActsFile; result: Result; focus: FocusRequest | null; isBefore: boolean }) {
  const { length, byOutcome, money } = result.answers;
  const title = (
    <h2 id="file-result" tabindex={-1} ref={takesFocus(focus)}>
      {b.result(actsFile.file.name)}
    </h2>
  );
  if (length === 0) {
    return (
      <section class="card" aria-labelledby="file-result">
        {title}
        <p>
          <Status tone="info" word={b.none(actsFile.file.name)} />
        </p>
        <p>{b.noneHelp}</p>
      </section>
    );
  }
  const numberOf = (outcome: RowOutcome) => byOutcome[outcome] ?? 0;
  const look = LOOKED_AT.reduce((sum, outcome) => sum + numberOf(outcome), 0);
  return (
    <>
      <section class="card" aria-labelledby="file-result">
        <div class="list-head">
          {title}
          {!isBefore && <Download actsFile={actsFile} result={result} />}
        </div>
        <p>
          {b.summary(length, numberOf("covered"), look)} <span class="muted">{b.by(loadedWords.version(result.name, result.version))}</span>
        </p>
      </section>
      <Outcomes all={length} numberOf={numberOf} />
      <Guarantees result={result} covered={numberOf("covered")} />
      {money && <RowsMoney money={money} covered={numberOf("covered")} hasBase={hasBase(result)} />}
      <RowsWrong actsFile={actsFile} result={result} />
      <RowsLook actsFile={actsFile} result={result} />
    </>
  );
}

function hasBase({ reading: { table } }: Result): boolean {
  return table === null || table.columns.some((column) => column?.field === "brss");
}

function Download({ actsFile, result }: { actsFile: ActsFile; result: Result }) {
  const written = writing.value;
  return (
    <button type="button" title={b.downloadHint} aria-disabled={written !== null} onClick={() => void downloadResult(actsFile, result)}>
      {written ? b.downloading(written.bytes, actsFile.file.size) : b.download}
    </button>
  );
}

/** The rows that are not decided: what each says, why it is not decided, and the way to try it as an act. */
import type { CareAct, Diagnostic, GuaranteeDecision, LoadedCoverage } from "../../engine/engine";
import { Status, type Tone } from "../../kit/status";
import { listState } from "../../store/lists";
import { compiled as inHand, coverage } from "../../store/readings";
import { tryAct } from "../act/try-act";
import { answerWords, factName, outcomeWords } from "../common/act-words";
import { Named } from "../common/care-types";
import { factWords } from "../common/conditions";
import { wholeNumber } from "../common/counting";
import { typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { OUTCOME_TONES } from "../common/outcome";
import { PointerCode, sentence, SEVERITY_TONES } from "../common/problems";
import { problemWords } from "../common/words";
import { showOutcome } from "./actions";
import { actOf } from "./acts";
import { type Batch, type BatchOutcome, isStale, LOOKED_AT, type LookedAt, MOST_ROWS, type Result } from "./model";
import type { Row } from "./rows";
import { batchWords as b } from "./words";

const SHOWN_FIRST = 10;
const MORE = 50;
const LONGEST_TEXT = 300;

/** What a row says and what is decided for it; kept, because the coverage may change while the result stays. */
interface Read {
  act: CareAct | null;
  decision: GuaranteeDecision | null;
}

const readRows = new WeakMap<Row, Read>();

export function BatchLook({ batch, result }: { batch: Batch; result: Result }) {
  const numberOf = (outcome: LookedAt) => result.evaluation.summary.by_outcome[outcome] ?? 0;
  const present = LOOKED_AT.filter((outcome) => numberOf(outcome) > 0);
  const shown = present.find((outcome) => outcome === batch.shown) ?? present[0];
  return (
    <section class="card" aria-labelledby="batch-look">
      <div class="list-head">
        <h3 id="batch-look">{b.look.title}</h3>
        {present.length > 0 && (
          <div class="chips" role="group" aria-label={b.look.which}>
            {present.map((outcome) => {
              const { tone, words } = outcomeWord(outcome);
              return (
                <button type="button" class="chip" aria-pressed={outcome === shown} onClick={() => showOutcome(outcome)}>
                  <Status tone={tone} word={`${words} ${wholeNumber(numberOf(outcome))}`} />
                </button>
              );
            })}
          </div>
        )}
      </div>
      {shown === undefined ? (
        <p>
          <Status tone="good" word={b.look.none} />
        </p>
      ) : (
        <Rows batch={batch} result={result} outcome={shown} all={numberOf(shown)} />
      )}
    </section>
  );
}

export function outcomeWord(outcome: BatchOutcome): { tone: Tone; words: string } {
  if (outcome === "invalid_act") return { tone: "bad", words: b.invalid };
  return { tone: OUTCOME_TONES[outcome], words: outcomeWords.words[outcome] };
}

function Rows({ batch, result, outcome, all }: { batch: Batch; result: Result; outcome: LookedAt; all: number }) {
  const list = `batch/${outcome}`;
  const listed = result.listed[outcome];
  const number = listState(list).shown.value ?? SHOWN_FIRST;
  const compiled = isStale(batch) || coverage.value.state !== "ready" ? null : inHand.value;
  return (
    <>
      <div role="status">
        {result.found === "reading" && <p class="hint">{b.look.reading}</p>}
        {result.found === "failed" && (
          <p>
            <Status tone="warn" word={b.look.failed} />
          </p>
        )}
      </div>
      <table class="stacking batch-rows" aria-labelledby="batch-look">
        <thead>
          <tr>
            <th scope="col">{b.look.row}</th>
            <th scope="col">{b.look.act}</th>
            <th scope="col">{b.look.why}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, number).map((index) => (
            <Line key={index} compiled={compiled} batch={batch} result={result} outcome={outcome} index={index} />
          ))}
        </tbody>
      </table>
      <More list={list} length={listed.length} shown={number} step={MORE} />
      {listed.length === MOST_ROWS && all > MOST_ROWS && <p class="hint">{b.look.first(MOST_ROWS, all)}</p>}
    </>
  );
}

function Line({
  compiled,
  batch,
  result,
  outcome,
  index,
}: {
  compiled: LoadedCoverage | null;
  batch: Batch;
  result: Result;
  outcome: LookedAt;
  index: number;
}) {
  const { found } = result;
  const row = typeof found === "object" ? found.rows.get(index) : undefined;
  const isInvalid = outcome === "invalid_act";
  const invalid = isInvalid ? result.evaluation.invalid.find((entry) => entry.index === index) : undefined;
  const read =
    row && !isInvalid ? readRow(row, typeof found === "object" ? found.header : "", compiled, outcome) : { act: null, decision: null };
  const lineNumber = invalid?.line ?? row?.line;
  return (
    <tr>
      <th scope="row">
        <p>{wholeNumber(index + 1)}</p>
        {lineNumber != null && <p class="why">{b.look.line(lineNumber)}</p>}
      </th>
      <td>
        <Said act={read.act} row={row} isReading={found === "reading"} />
      </td>
      <td>{invalid ? <Wrong diagnostics={invalid.diagnostics} /> : read.decision && <Why decision={read.decision} act={read.act!} />}</td>
      <td>
        {read.act && (
          <button
            type="button"
            class="try"
            aria-label={b.look.openRow(index + 1)}
            onClick={() => tryAct(read.act!, b.look.opened(index + 1, batch.file.name))}
          >
            {b.look.open}
          </button>
        )}
      </td>
    </tr>
  );
}

/** An act is only what the engine decides as it decided the row. */
function readRow(row: Row, header: string, compiled: LoadedCoverage | null, outcome: LookedAt): Read {
  const before = readRows.get(row);
  if (before || row.text === null || compiled === null) return before ?? { act: null, decision: null };
  const act = actOf(row.text, header);
  const answer = act && compiled.decide(act);
  const isSame = answer?.ok === true && answer.value.outcome === outcome;
  const read: Read = { act: isSame ? act : null, decision: isSame ? answer.value : null };
  readRows.set(row, read);
  return read;
}

function Said({ act, row, isReading }: { act: CareAct | null; row: Row | undefined; isReading: boolean }) {
  const compiled = inHand.value;
  if (act) {
    const { care_type, ...facts } = act;
    const known = Object.entries(facts).filter(([, value]) => value !== null);
    const words = known.map(([fact, value]) => answerWords.condition(factName(fact), factWords(fact, value)));
    return (
      <>
        <p>
          <Named label={compiled ? typeLabel(compiled.catalog, care_type) : care_type} code={care_type} />
        </p>
        <p class="why">{words.join(", ")}</p>
      </>
    );
  }
  if (row?.text == null) return !isReading && <span class="muted">{b.look.noText}</span>;
  return <code>{row.text.length > LONGEST_TEXT ? `${row.text.slice(0, LONGEST_TEXT)}…` : row.text}</code>;
}

/** A pointer to the whole is to the row. */
function Wrong({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <ul class="row-problems">
      {diagnostics.map(({ severity, message, pointer }) => (
        <li>
          <Status tone={SEVERITY_TONES[severity]} word={problemWords.severity[severity]} /> {sentence(message)}{" "}
          {pointer !== "" && <PointerCode pointer={pointer} />}
        </li>
      ))}
    </ul>
  );
}

function Why({ decision, act }: { decision: GuaranteeDecision; act: CareAct }) {
  const compiled = inHand.value;
  return outcomeWords.sentence(decision, compiled ? typeLabel(compiled.catalog, act.care_type) : act.care_type, decision.guarantees.length);
}

/** The rows that are not decided: what each says, why it is not decided, and the way to try it as an act. */
import type { CareAct, Diagnostic, GuaranteeDecision, LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { compiled as inHand, coverage } from "../../store/readings";
import { tryAct } from "../act/try-act";
import { answerWords, factName, outcomeWords } from "../common/act-words";
import { Named } from "../common/care-types";
import { factWords } from "../common/conditions";
import { wholeNumber } from "../common/counting";
import { typeLabel } from "../common/labels";
import { More } from "../common/lists";
import { SEVERITY_TONES } from "../common/problems";
import { withCapital } from "../common/sentences";
import { problemWords } from "../common/words";
import { showOutcome } from "./actions";
import { type ListedRow, MOST_ROWS } from "./listings";
import { type ActsFile, isOther, LOOKED_AT, type LookedAt, type Result } from "./model";
import { outcomeWord } from "./outcome-word";
import { fieldName } from "./column";
import { fileWords as b } from "./words";
import { fieldOf, WrongWords } from "./wrong-words";

const SHOWN_FIRST = 10;
const MORE = 50;
const LONGEST_TEXT = 300;

/** What is decided for a row; kept, because the coverage may change while the result stays. */
const decisions = new WeakMap<ListedRow, GuaranteeDecision>();

export function RowsLook({ actsFile, result }: { actsFile: ActsFile; result: Result }) {
  const numberOf = (outcome: LookedAt) => result.answers.byOutcome[outcome] ?? 0;
  const present = LOOKED_AT.filter((outcome) => numberOf(outcome) > 0);
  const shown = present.find((outcome) => outcome === actsFile.shown) ?? present[0];
  return (
    <section class="card" aria-labelledby="file-look">
      <div class="list-head">
        <h3 id="file-look">{b.look.title}</h3>
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
        <Rows actsFile={actsFile} result={result} outcome={shown} all={numberOf(shown)} />
      )}
    </section>
  );
}

function Rows({ actsFile, result, outcome, all }: { actsFile: ActsFile; result: Result; outcome: LookedAt; all: number }) {
  const list = `file/${outcome}`;
  const listed = result.answers.listed[outcome] ?? [];
  const number = listState(list).shown.value ?? SHOWN_FIRST;
  const compiled = isOther(actsFile.basis) || coverage.value.state !== "ready" ? null : inHand.value;
  return (
    <>
      <table class="stacking file-rows" aria-labelledby="file-look">
        <thead>
          <tr>
            <th scope="col">{b.look.row}</th>
            <th scope="col">{b.look.act}</th>
            <th scope="col">{b.look.why}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {listed.slice(0, number).map((row) => (
            <Line key={row.index} compiled={compiled} file={actsFile.file.name} row={row} />
          ))}
        </tbody>
      </table>
      <More list={list} length={listed.length} shown={number} step={MORE} />
      {listed.length === MOST_ROWS && all > MOST_ROWS && <p class="hint">{b.look.first(MOST_ROWS, all)}</p>}
    </>
  );
}

function Line({ compiled, file, row }: { compiled: LoadedCoverage | null; file: string; row: ListedRow }) {
  const { act, index, line, wrong } = row;
  const decision = act && decisionOf(row, act, compiled);
  return (
    <tr>
      <th scope="row">
        <p>{wholeNumber(index + 1)}</p>
        <p class="why">{b.look.line(line)}</p>
      </th>
      <td>
        <Said row={row} />
      </td>
      <td>
        {wrong === null && <Status tone="bad" word={b.look.torn} />}
        {wrong && <Wrong diagnostics={wrong} />}
        {decision && <Why decision={decision} act={act} />}
      </td>
      <td>
        {act && (
          <button type="button" class="try" aria-label={b.look.openRow(index + 1)} onClick={() => tryAct(act, b.look.opened(index + 1, file))}>
            {b.look.open}
          </button>
        )}
      </td>
    </tr>
  );
}

function decisionOf(row: ListedRow, act: CareAct, compiled: LoadedCoverage | null): GuaranteeDecision | null {
  const before = decisions.get(row);
  if (before || !compiled) return before ?? null;
  const answer = compiled.decide(act);
  if (!answer.ok) return null;
  decisions.set(row, answer.value);
  return answer.value;
}

/** Facts in words; amounts are of no decision. */
function Said({ row: { act, text } }: { row: ListedRow }) {
  const compiled = inHand.value;
  if (!act) return <code>{text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text}</code>;
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

function Wrong({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <ul class="row-problems">
      {diagnostics.map((diagnostic) => {
        const field = fieldOf(diagnostic);
        const { severity } = diagnostic;
        return (
          <li>
            <Status tone={SEVERITY_TONES[severity]} word={field === null ? problemWords.severity[severity] : withCapital(fieldName(field))} />{" "}
            <WrongWords diagnostic={diagnostic} />
          </li>
        );
      })}
    </ul>
  );
}

function Why({ decision, act }: { decision: GuaranteeDecision; act: CareAct }) {
  const compiled = inHand.value;
  return <>{outcomeWords.sentence(decision, compiled ? typeLabel(compiled.catalog, act.care_type) : act.care_type, decision.guarantees.length)}</>;
}

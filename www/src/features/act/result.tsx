/** What the coverage decides for the act, why, and what would have to change. */
import { commonWords, factName, outcomeWords } from "../common/words";
import { list } from "../common/counting";
import { noticeWords } from "../documents/words";
import { amountWords } from "./words";
import { applyChanges } from "./draft";
import { euros } from "../../kit/amounts";
import { guaranteeName, reason, typeLabel } from "../common/care-types";
import { expectedWords, factOf, factWords } from "../common/conditions";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { ActExplanation, Answer, CareAct, ConditionResult, Diagnostic, LoadedCatalog, LoadedCoverage, Reimbursement } from "../../engine/engine";
import { problems } from "../common/problems";
import { getState, replaceWork, type State } from "../../store/state";
import { status, type Tone } from "../../kit/status";
import { showInText } from "../coverage/text";

type Mapping = ActExplanation["mappings"][number];
type Nearest = ActExplanation["nearest"][number];

export const OUTCOME_TONES: Record<ActExplanation["outcome"], Tone> = {
  covered: "good",
  not_covered: "bad",
  ambiguous: "open",
  undetermined: "open",
  unknown_care_type: "bad",
};
const CONDITION_TONES: Record<ConditionResult["outcome"], Tone> = { holds: "good", fails: "bad", unknown: "open" };

export function outcomeStatus(outcome: ActExplanation["outcome"]): ComponentChildren {
  return status(OUTCOME_TONES[outcome], outcomeWords.words[outcome]);
}

/** `null`: no care type is chosen yet. */
export function outcome(
  state: State,
  catalog: LoadedCatalog,
  answer: Answer<ActExplanation> | null,
  money: Answer<Reimbursement> | null,
): ComponentChildren {
  const body = (tone: Tone, word: string | null, words: string) => (
    <div class={`outcome ${tone}`} tabindex={-1} ref={takesFocus(state.outcomeFocus)}>
      {word && <p class="outcome-word">{status(tone, word)}</p>}
      <p>{words}</p>
      {moneyLine(money)}
    </div>
  );
  if (answer === null) return body("info", null, outcomeWords.choose);
  if (!answer.ok) return body("bad", null, outcomeWords.invalid);
  const selecting = new Set(answer.value.mappings.map(({ guarantee }) => guarantee)).size;
  const careType = typeLabel(catalog, state.work.draft.facts.care_type ?? "");
  const kind = answer.value.outcome;
  return body(OUTCOME_TONES[kind], outcomeWords.words[kind], outcomeWords.sentence(answer.value, careType, selecting));
}

/** So that the money is in sight while the form is filled in. */
function moneyLine(money: Answer<Reimbursement> | null): ComponentChildren {
  if (!money?.ok || money.value.amounts === null) return null;
  const { secu_paid, complementary, out_of_pocket } = money.value.amounts;
  return <p class="money-line">{amountWords.line(euros(secu_paid), euros(complementary), euros(out_of_pocket))}</p>;
}

export function explanation(state: State, coverage: LoadedCoverage, answer: Answer<ActExplanation> | null): ComponentChildren {
  if (answer === null) return null;
  if (!answer.ok) return invalid(answer.diagnostics);
  const { mappings, nearest, outcome } = answer.value;
  if (outcome === "unknown_care_type") return null;
  return (
    <>
      {nearest.length > 0 && (
        <section>
          <h2>{outcomeWords.nearest}</h2>
          <p class="hint">{outcomeWords.nearestHint}</p>
          <ul class="nearest">
            {nearest.map((entry) => (
              <li key={entry.pointer} class="card">
                {nearestEntry(state, entry)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{outcomeWords.mappings}</h2>
        {mappings.length === 0 ? <p class="empty">{outcomeWords.noMappings}</p> : mappings.map((mapping) => mappingCard(coverage, mapping))}
      </section>
    </>
  );
}

function invalid(diagnostics: readonly Diagnostic[]): ComponentChildren {
  return <div class="card bad-card">{problems(diagnostics)}</div>;
}

function mappingCard({ catalog }: LoadedCoverage, { guarantee, pointer, outcome, decided_by, conditions }: Mapping): ComponentChildren {
  return (
    <article key={pointer} class="card">
      <div class="list-head">
        <h3>{guaranteeName(guarantee)}</h3>
        {status(CONDITION_TONES[outcome], outcomeWords[outcome])}
      </div>
      <p class="why">
        {`${commonWords.mapping(Number(pointer.split("/").at(-1)) + 1)}. ${outcomeWords.decidedBy(reason(catalog, decided_by))}. `}
        <button type="button" class="link" onClick={() => showInText(pointer)}>
          {commonWords.show}
        </button>
      </p>
      {conditions.length === 0 ? <p>{outcomeWords.noConditions}</p> : conditionTable(conditions)}
    </article>
  );
}

function conditionTable(conditions: readonly ConditionResult[]): ComponentChildren {
  const { condition, expected, actual, result } = outcomeWords.table;
  const words = { holds: outcomeWords.conditionHolds, fails: outcomeWords.conditionFails, unknown: outcomeWords.conditionUnknown };
  return (
    <table class="conditions stacking">
      <thead>
        <tr>
          {[condition, expected, actual, result].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {conditions.map((row) => (
          <tr key={row.field}>
            <th scope="row">{factName(factOf(row.field))}</th>
            <td data-label={expected}>{expectedWords(row.field, row.expected)}</td>
            <td data-label={actual}>{factWords(factOf(row.field), row.actual ?? (row.outcome === "unknown" ? undefined : null))}</td>
            <td data-label={result}>{status(CONDITION_TONES[row.outcome], words[row.outcome])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function nearestEntry(state: State, { guarantee, changes }: Nearest): ComponentChildren {
  const lines = changeWords(state, changes);
  return (
    <>
      <div>
        <h3>{guaranteeName(guarantee)}</h3>
        <ul>
          {lines.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </div>
      <button type="button" class="primary" aria-label={outcomeWords.applyTo(guarantee)} onClick={() => apply(changes, lines)}>
        {outcomeWords.apply}
      </button>
    </>
  );
}

/** A change to null only switches off what another fact was derived from, so it is not worth a line. */
function changeWords({ work }: State, changes: Partial<CareAct>): string[] {
  return Object.entries(changes)
    .filter(([, value]) => value !== null)
    .map(([fact, value]) =>
      outcomeWords.change(factName(fact), factWords(fact, work.draft.facts[fact as keyof CareAct]), factWords(fact, value)),
    );
}

/** The button goes with the change, so the focus moves to the new outcome. */
function apply(changes: Partial<CareAct>, lines: readonly string[]): void {
  const { work } = getState();
  replaceWork({ ...work, draft: applyChanges(work.draft, changes) }, noticeWords.applied(list([...lines])), { outcomeFocus: {} });
}

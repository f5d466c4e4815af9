/** What the coverage decides for the act, why, and what would have to change. */
import type { ActExplanation, CareAct, ConditionResult, Diagnostic, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { Status, type Tone } from "../../kit/status";
import { replaceWork } from "../../store/replace";
import { draft, yearAct } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { factName, outcomeWords } from "../common/act-words";
import { GuaranteeName } from "../common/care-types";
import { expectedWords, factOf, factWords } from "../common/conditions";
import { euros, list } from "../common/counting";
import { reason, typeLabel } from "../common/labels";
import { OUTCOME_TONES } from "../common/outcome";
import { Unfolding } from "../common/lists";
import { commonWords } from "../common/words";
import { showInText } from "../coverage/actions";
import { noticeWords } from "../documents/words";
import { nearestCareTypes } from "../picker/nearest";
import { applyChanges, withCareType } from "./draft";
import { decision, money, outcomeFocus } from "./model";
import { ToMend } from "./to-mend";
import { amountWords } from "./words";

type Mapping = ActExplanation["mappings"][number];
type Nearest = ActExplanation["nearest"][number];

const CONDITION_TONES: Record<ConditionResult["outcome"], Tone> = { holds: "good", fails: "bad", unknown: "open" };

/** `null`: no care type is chosen yet. */
export function Outcome({ catalog }: { catalog: LoadedCatalog }) {
  const answer = decision.value;
  const body = (tone: Tone, word: string | null, words: string) => (
    <div class={`outcome ${tone}`} tabindex={-1} ref={takesFocus(outcomeFocus.value)}>
      {word && (
        <p class="outcome-word">
          <Status tone={tone} word={word} />
        </p>
      )}
      <p>{words}</p>
      {answer?.ok && answer.value.outcome === "unknown_care_type" && <DidYouMean catalog={catalog} />}
      <MoneyLine />
    </div>
  );
  if (answer === null) return body("info", null, outcomeWords.choose);
  if (!answer.ok) return body("bad", null, outcomeWords.invalid);
  const selecting = new Set(answer.value.mappings.map(({ guarantee }) => guarantee)).size;
  const careType = typeLabel(catalog, draft.value.facts.care_type ?? "");
  const kind = answer.value.outcome;
  return body(OUTCOME_TONES[kind], outcomeWords.words[kind], outcomeWords.sentence(answer.value, careType, selecting));
}

/** The care types of the catalogue that an unknown code may mean. */
function DidYouMean({ catalog }: { catalog: LoadedCatalog }) {
  const code = draft.value.facts.care_type ?? "";
  const near = nearestCareTypes(catalog, code);
  if (near.length === 0) return null;
  const take = (shortCode: string) => {
    replaceWork({ draft: withCareType(draft.value, shortCode, catalog), yearAct: yearAct.value }, outcomeWords.meant(typeLabel(catalog, shortCode)));
    outcomeFocus.value = {};
  };
  return (
    <p class="bar">
      <span>{outcomeWords.didYouMean}</span>
      {near.map(({ shortCode, label }) => (
        <button key={shortCode} type="button" onClick={() => take(shortCode)}>
          {label}
        </button>
      ))}
    </p>
  );
}

/** So that the money is in sight while the form is filled in. */
function MoneyLine() {
  const answer = money.value;
  if (!answer?.ok || answer.value.amounts === null) return null;
  const { secu_paid, complementary, out_of_pocket } = answer.value.amounts;
  return <p class="money-line">{amountWords.line(euros(secu_paid), euros(complementary), euros(out_of_pocket))}</p>;
}

export function Explanation({ coverage }: { coverage: LoadedCoverage }) {
  const answer = decision.value;
  if (answer === null) return null;
  if (!answer.ok) return <Invalid diagnostics={answer.diagnostics} />;
  const { mappings, nearest, outcome } = answer.value;
  if (outcome === "unknown_care_type") return null;
  return (
    <>
      {nearest.length > 0 && outcome !== "covered" && (
        <section>
          <h2>{outcomeWords.nearest}</h2>
          <p class="hint">{outcomeWords.nearestHint}</p>
          <NearestList nearest={nearest} isQuiet={false} />
        </section>
      )}
      <section>
        <h2>{outcomeWords.mappings}</h2>
        {mappings.length === 0 ? (
          <p class="empty">{outcomeWords.noMappings}</p>
        ) : (
          mappings.map((mapping) => <MappingCard key={mapping.pointer} coverage={coverage} mapping={mapping} />)
        )}
      </section>
      {nearest.length > 0 && outcome === "covered" && (
        <Unfolding part="act/other-ways" class="inline-details" summary={outcomeWords.otherWays(nearest.length)}>
          {() => <NearestList nearest={nearest} isQuiet />}
        </Unfolding>
      )}
    </>
  );
}

function Invalid({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <div class="card bad-card">
      <p>{outcomeWords.toMend}</p>
      <ToMend diagnostics={diagnostics} />
    </div>
  );
}

function MappingCard({
  coverage: { catalog },
  mapping: { guarantee, pointer, outcome, decided_by, conditions },
}: {
  coverage: LoadedCoverage;
  mapping: Mapping;
}) {
  return (
    <article class="card">
      <div class="list-head">
        <h3>
          <GuaranteeName name={guarantee} />
        </h3>
        <Status tone={CONDITION_TONES[outcome]} word={outcomeWords[outcome]} />
      </div>
      <p class="why">
        {`${commonWords.mapping(Number(pointer.split("/").at(-1)) + 1)}. ${outcomeWords.decidedBy(reason(catalog, decided_by))}. `}
        <button type="button" class="link" onClick={() => showInText(pageEditor, pointer)}>
          {commonWords.show}
        </button>
      </p>
      {conditions.length === 0 ? <p>{outcomeWords.noConditions}</p> : <ConditionTable conditions={conditions} />}
    </article>
  );
}

function ConditionTable({ conditions }: { conditions: readonly ConditionResult[] }) {
  const { condition, expected, actual, result } = outcomeWords.table;
  // The engine says null both where an act has no value and where it is not known.
  const actualWords = ({ field, actual, outcome }: ConditionResult) =>
    factWords(factOf(field), actual ?? (outcome === "unknown" ? undefined : null));
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
            <td data-label={actual}>{actualWords(row)}</td>
            <td data-label={result}>
              <Status tone={CONDITION_TONES[row.outcome]} word={words[row.outcome]} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Quiet where the act is covered already. */
function NearestList({ nearest, isQuiet }: { nearest: readonly Nearest[]; isQuiet: boolean }) {
  return (
    <ul class="nearest">
      {nearest.map((entry) => (
        <li key={entry.pointer} class="card">
          <NearestEntry nearest={entry} isQuiet={isQuiet} />
        </li>
      ))}
    </ul>
  );
}

function NearestEntry({ nearest: { guarantee, changes }, isQuiet }: { nearest: Nearest; isQuiet: boolean }) {
  const lines = changeWords(changes);
  return (
    <>
      <div>
        <h3>
          <GuaranteeName name={guarantee} />
        </h3>
        <ul>
          {lines.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </div>
      <button
        type="button"
        class={isQuiet ? undefined : "primary"}
        aria-label={outcomeWords.applyTo(guarantee)}
        onClick={() => apply(changes, lines)}
      >
        {outcomeWords.apply}
      </button>
    </>
  );
}

/** A change to null only switches off what another fact was derived from, so it is not worth a line. */
function changeWords(changes: Partial<CareAct>): string[] {
  return Object.entries(changes)
    .filter(([, value]) => value !== null)
    .map(([fact, value]) =>
      outcomeWords.change(factName(fact), factWords(fact, draft.value.facts[fact as keyof CareAct]), factWords(fact, value)),
    );
}

/** The button goes with the change, so the focus moves to the new outcome. */
function apply(changes: Partial<CareAct>, lines: readonly string[]): void {
  replaceWork({ draft: applyChanges(draft.value, changes), yearAct: yearAct.value }, noticeWords.applied(list([...lines])));
  outcomeFocus.value = {};
}

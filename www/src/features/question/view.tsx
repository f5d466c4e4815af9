/** The question above a coverage: an act and its price, what each pays, and why; it follows every edit. */
import { describeRule } from "../../engine/words";
import { SharesBar } from "../../kit/shares-bar";
import { Status } from "../../kit/status";
import { compiled, coverage as reading } from "../../store/readings";
import { outcomeWords } from "../common/act-words";
import { euros } from "../common/counting";
import { typeLabel } from "../common/labels";
import { OUTCOME_TONES } from "../common/outcome";
import { Term, TermsIn } from "../glossary/term";
import { chooseAct, openInAct, setCharged } from "./actions";
import { ACTS, type KnownAct } from "./acts";
import { asked, chosen, decision, known, money, question } from "./model";
import { questionWords as q } from "./words";

export function Question() {
  const name = chosen.value;
  if (name === null) return null;
  const isAmount = question.value !== null;
  return (
    <section class="question card no-print" aria-labelledby="question-title">
      <div class="question-asked">
        <h2 id="question-title">
          <Term name="out_of_pocket">{q.title}</Term>
        </h2>
        <select aria-label={q.act} value={name} onChange={(event) => chooseAct(event.currentTarget.value as KnownAct)}>
          {known.value.map((act) => (
            <option value={act}>{q.acts[act]}</option>
          ))}
        </select>
        <span class="question-price">
          <input
            type="text"
            inputmode="decimal"
            data-own-undo
            autocomplete="off"
            aria-label={q.charged}
            aria-invalid={isAmount ? undefined : "true"}
            aria-describedby={isAmount ? undefined : "question-problem"}
            value={asked.value.charged ?? String(Number(ACTS[name].amounts.charged))}
            onInput={(event) => setCharged(event.currentTarget.value)}
          />
          <span aria-hidden="true">€</span>
        </span>
        <button type="button" class="link" disabled={!isAmount} onClick={openInAct}>
          {q.open}
        </button>
      </div>
      {!isAmount && (
        <p id="question-problem" class="hint bad">
          {q.noAmount}
        </p>
      )}
      <div class="question-answer" role="status">
        {isAmount && <Answer />}
        {reading.value.state !== "ready" && <p class="hint">{q.stale}</p>}
      </div>
    </section>
  );
}

function Answer() {
  const [now, decided, paid, coverage] = [question.value, decision.value, money.value, compiled.value];
  if (!now || !decided?.ok || coverage === null) return null;
  const { outcome, guarantees, mappings } = decided.value;
  if (outcome !== "covered") {
    const words = outcomeWords.sentence(decided.value, typeLabel(coverage.catalog, now.act.care_type), new Set(mappings.map(({ guarantee }) => guarantee)).size);
    return (
      <p>
        <Status tone={OUTCOME_TONES[outcome]} word={outcomeWords.words[outcome]} /> {words}
      </p>
    );
  }
  const guarantee = guarantees[0]!;
  if (!paid?.ok || paid.value.amounts === null) {
    return (
      <p>
        <Status tone="open" word={q.noRule(guarantee)} />
      </p>
    );
  }
  const { secu_paid: secu, complementary, out_of_pocket } = paid.value.amounts;
  return (
    <>
      <p>
        <strong>{q.answer(euros(secu), euros(complementary), euros(out_of_pocket))}</strong>
        {", "}
        <TermsIn text={becauseOf(guarantee)} />
      </p>
      <SharesBar charged={now.amounts.charged} shares={{ secu, complementary, out_of_pocket }} labels={q.shares} format={euros} />
    </>
  );
}

function becauseOf(guarantee: string): string {
  const rule = compiled.value?.payload.guarantees.find(({ name }) => name === guarantee)?.coverage_rule;
  // What was computed can be said.
  return rule ? q.because(guarantee, describeRule(rule as Parameters<typeof describeRule>[0])) : q.opaque(guarantee);
}

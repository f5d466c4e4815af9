/** Which guarantee pays for this act, why, and why not? The act on the left, what the coverage decides on the right. */
import { startWords } from "../documents/words";
import { actWords } from "./words";
import { outcomeWords } from "../common/words";
import { numbersIn, toAct, toAmounts } from "./draft";
import type { ComponentChildren } from "preact";
import type { ActExplanation, Answer, Diagnostic } from "../../engine/engine";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";
import { actForm } from "./form";
import { actMoney, isRuleError } from "./money";
import { explanation, outcome } from "./result";
import { failureCard } from "../common/failure";
import { startPanel } from "../documents/start";

export function actView(state: State, { catalog, coverage, compiled }: Results): ComponentChildren {
  const { work } = state;
  if (catalog.state === "failed") return failureCard(catalog.code);
  if (coverage.state === "failed" && compiled === null) return failureCard(coverage.code);
  if (catalog.state !== "ready") return startPanel(work.catalog === null && work.coverage !== null ? startWords.needCatalog : startWords.lead);
  if (compiled === null) return startPanel(coverage.state === "none" ? startWords.needCoverageElsewhere : startWords.unreadableCoverage);
  const act = toAct(work.draft, numbersIn(work.nonConventioned).length > 0);
  const answer: Answer<ActExplanation> | null = act && compiled.explain(act);
  const amounts = toAmounts(work.draft);
  const money = act && amounts && compiled.reimburse({ ...act, ...amounts });
  const found = [answer, money].flatMap((answer): readonly Diagnostic[] => (answer && !answer.ok ? answer.diagnostics : []));
  const diagnostics = found.filter((problem) => !isRuleError(problem));
  return (
    <div class="columns act-columns">
      <section class="column act-form" aria-label={actWords.form}>
        {actForm(state, compiled, act, diagnostics)}
      </section>
      <section class="outcome-area" role="status" aria-label={outcomeWords.title}>
        {outcome(state, compiled.catalog, answer, money)}
      </section>
      <section class="column act-result" aria-label={outcomeWords.details}>
        {coverage.state !== "ready" && <p class="hint">{actWords.stale}</p>}
        {act && answer && actMoney(compiled, act, amounts, answer, money)}
        {explanation(state, compiled, answer)}
      </section>
    </div>
  );
}

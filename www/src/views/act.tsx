/** Which guarantee pays for this act, why, and why not? The act on the left, what the coverage decides on the right. */
import { numbersIn, toAct, toAmounts } from "../act-draft";
import type { ComponentChildren } from "preact";
import type { ActExplanation, Answer, Diagnostic } from "../engine";
import { messages as m } from "../messages";
import type { Results } from "../results";
import type { State } from "../state";
import { actForm } from "./act-form";
import { actMoney, isRuleError } from "./act-money";
import { explanation, outcome } from "./act-result";
import { failureCard } from "./failure";
import { startPanel } from "./start";

export function actView(state: State, { catalog, coverage, compiled }: Results): ComponentChildren {
  const { work } = state;
  if (catalog.state === "failed") return failureCard(catalog.code);
  if (coverage.state === "failed" && compiled === null) return failureCard(coverage.code);
  if (catalog.state !== "ready") return startPanel(work.catalog === null && work.coverage !== null ? m.start.needCatalog : m.start.lead);
  if (compiled === null) return startPanel(coverage.state === "none" ? m.start.needCoverageElsewhere : m.start.unreadableCoverage);
  const act = toAct(work.draft, numbersIn(work.nonConventioned).length > 0);
  const answer: Answer<ActExplanation> | null = act && compiled.explain(act);
  const amounts = toAmounts(work.draft);
  const money = act && amounts && compiled.reimburse({ ...act, ...amounts });
  const found = [answer, money].flatMap((answer): readonly Diagnostic[] => (answer && !answer.ok ? answer.diagnostics : []));
  const diagnostics = found.filter((problem) => !isRuleError(problem));
  return (
    <div class="columns act-columns">
      <section class="column act-form" aria-label={m.act.form}>
        {actForm(state, compiled, act, diagnostics)}
      </section>
      <section class="outcome-area" role="status" aria-label={m.outcome.title}>
        {outcome(state, compiled.catalog, answer, money)}
      </section>
      <section class="column act-result" aria-label={m.outcome.details}>
        {coverage.state !== "ready" && <p class="hint">{m.act.stale}</p>}
        {act && answer && actMoney(compiled, act, amounts, answer, money)}
        {explanation(state, compiled, answer)}
      </section>
    </div>
  );
}

/** Which guarantee pays for this act, why, and why not? The act on the left, what the coverage decides on the right. */
import { catalog, compiled, coverage } from "../../store/readings";
import { documents } from "../../store/work";
import { outcomeWords } from "../common/act-words";
import { FailureCard } from "../common/failure";
import { StartPanel } from "../documents/start";
import { startWords } from "../documents/words";
import { ExampleChooser } from "./example-chooser";
import { ActForm } from "./form";
import { pageAct } from "./model";
import { ActMoney } from "./money";
import { OfYear } from "./of-year";
import { Explanation, Outcome } from "./result";
import { Used } from "./used";
import { actWords } from "./words";

export function ActView() {
  const [reading, text, hand] = [catalog.value, coverage.value, compiled.value];
  if (reading.state === "failed") return <FailureCard code={reading.code} />;
  if (text.state === "failed" && hand === null) return <FailureCard code={text.code} />;
  if (reading.state !== "ready") {
    const isAlone = !documents.catalog.isThere.value && documents.coverage.isThere.value;
    return <StartPanel lead={isAlone ? startWords.needCatalog : startWords.lead} />;
  }
  if (hand === null) return <StartPanel lead={text.state === "none" ? startWords.needCoverageElsewhere : startWords.unreadableCoverage} />;
  return (
    <>
      <OfYear coverage={hand} />
      <Used />
      <div class="columns act-columns">
      <section class="column act-form" aria-label={actWords.form}>
        <ActForm state={pageAct} coverage={hand} examples={<ExampleChooser catalog={hand.catalog} />} />
      </section>
      <section class="outcome-area" role="status" aria-label={outcomeWords.title}>
        <Outcome catalog={hand.catalog} />
      </section>
      <section class="column act-result" aria-label={outcomeWords.details}>
        {text.state !== "ready" && <p class="hint">{actWords.stale}</p>}
        <ActMoney coverage={hand} />
        <Explanation coverage={hand} />
      </section>
      </div>
    </>
  );
}

/** Is it a contrat responsable? What the coverage is held to at the top, then the verdict, and below it requirement by requirement. */
import { useLayoutEffect } from "preact/hooks";
import { catalog, compiled, coverage } from "../../store/readings";
import { documents } from "../../store/work";
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { FailureCard } from "../common/failure";
import { StartPanel } from "../documents/start";
import { startWords } from "../documents/words";
import { judging, reading } from "./model";
import { RequirementList } from "./list";
import { Settings } from "./settings";
import { States } from "./states";
import { VerdictCard } from "./verdict";
import { complianceWords as w } from "./words";
import "./style.css";

export function ComplianceView() {
  const [types, text, hand] = [catalog.value, coverage.value, compiled.value];
  if (types.state === "failed") return <FailureCard code={types.code} />;
  if (text.state === "failed" && hand === null) return <FailureCard code={text.code} />;
  if (types.state !== "ready") {
    const isAlone = !documents.catalog.isThere.value && documents.coverage.isThere.value;
    return <StartPanel lead={isAlone ? startWords.needCatalog : w.lead} />;
  }
  if (hand === null) return <StartPanel lead={text.state === "none" ? w.lead : startWords.unreadableCoverage} />;
  return <Judged />;
}

function Judged() {
  useLayoutEffect(() => reading.start(), []);
  useLayoutEffect(() => judging.start(), []);
  const answer = judging.answer.value;
  const isShown = answer?.judged.state === "ready";
  return (
    <div class="held">
      <Settings />
      <States />
      {isShown && answer.judged.state === "ready" && (
        <div class={judging.isBehind.value ? "judged is-behind" : "judged"} aria-busy={judging.isBehind.value}>
          <section aria-labelledby="verdict-title">
            <div class="list-head">
              <h2 id="verdict-title">{w.verdictTitle}</h2>
              <CopyAs call={calls.compliance.value} />
            </div>
            <VerdictCard report={answer.judged.value} />
          </section>
          <RequirementList profile={answer.profile} report={answer.judged.value} />
        </div>
      )}
    </div>
  );
}

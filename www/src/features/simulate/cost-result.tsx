/** What came of it: one sentence and the totals, then groups, persons, limits, and what is in no sum. */
import { type FocusRequest, takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { sentenceOf } from "./cost-amounts";
import { CostDownload } from "./cost-download-part";
import { CostGroups } from "./cost-groups";
import { CostInvalid } from "./cost-invalid";
import { CostLimits } from "./cost-limits";
import type { Answer } from "./cost-model";
import { CostPersons } from "./cost-persons";
import { CostOutcomes, CostTotals } from "./cost-totals";
import { costWords as c } from "./cost-words";

/** `isBefore`: it is simulated once more. */
export function CostResult({ file, answer, focus, isBefore }: { file: File; answer: Answer; focus: FocusRequest | null; isBefore: boolean }) {
  const { simulation } = answer;
  const title = (
    <h2 id="cost-result" tabindex={-1} ref={takesFocus(focus)}>
      {c.result(file.name)}
    </h2>
  );
  if (simulation.rows === 0) {
    return (
      <section class="card" aria-labelledby="cost-result">
        {title}
        <p>
          <Status tone="info" word={c.none(file.name)} />
        </p>
        <p>{c.noneHelp}</p>
      </section>
    );
  }
  return (
    <>
      <section class="card" aria-labelledby="cost-result">
        <div class="list-head">
          {title}
          {!isBefore && <CostDownload rows={simulation.rows} />}
        </div>
        <p class="cost-sentence">{sentenceOf(answer)}</p>
        <p class="hint">{c.counted(simulation.totals.rows, simulation.rows)}</p>
        <CostTotals answer={answer} />
        <Assumed answer={answer} />
      </section>
      <CostGroups answer={answer} />
      {simulation.persons && simulation.persons.counted + simulation.persons.apart > 0 && <CostPersons persons={simulation.persons} file={file} isBefore={isBefore} hasPersons={!answer.simulation.assumed.some(({ reason }) => reason === "person")} />}
      <CostLimits answer={answer} />
      <CostOutcomes answer={answer} />
      <CostInvalid answer={answer} />
    </>
  );
}

function Assumed({ answer: { simulation } }: { answer: Answer }) {
  if (simulation.assumed.length === 0) return null;
  return (
    <section aria-labelledby="cost-assumed">
      <h3 id="cost-assumed" class="term">
        {c.assumed.title}
      </h3>
      <ul class="file-reasons">
        {simulation.assumed.map(({ reason, rows }) => (
          <li>{c.assumed[reason](rows)}</li>
        ))}
      </ul>
    </section>
  );
}

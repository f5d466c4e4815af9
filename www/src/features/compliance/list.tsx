/** The requirements: those that need work, or all in the order of the profile. */
import type { RequirementProfile, RequirementsReport } from "../../engine/engine";
import { requirementOf, showsWork, workOf } from "./model";
import { RequirementCard } from "./requirement";
import { complianceWords as w } from "./words";

export function RequirementList({ profile, report: { requirements } }: { profile: RequirementProfile; report: RequirementsReport }) {
  const listed = showsWork.value ? workOf(requirements) : requirements;
  return (
    <section class="requirements" aria-labelledby="requirements-title">
      <div class="list-head">
        <h2 id="requirements-title">{w.list}</h2>
        <div class="choices no-print" role="group" aria-label={w.list}>
          <label class="choice">
            <input type="radio" name="requirements-shown" checked={showsWork.value} onChange={() => (showsWork.value = true)} />
            <span>{w.onlyWork}</span>
          </label>
          <label class="choice">
            <input type="radio" name="requirements-shown" checked={!showsWork.value} onChange={() => (showsWork.value = false)} />
            <span>{w.all(requirements.length)}</span>
          </label>
        </div>
      </div>
      {listed.length === 0 && <p class="empty">{w.nothingToDo}</p>}
      {listed.map((answer) => (
        <RequirementCard key={answer.id} answer={answer} requirement={requirementOf(profile, answer.id)} />
      ))}
    </section>
  );
}

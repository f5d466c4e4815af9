/** The verdict in a sentence, how many requirements have which answer, and what it leaves open. */
import type { RequirementsReport, RequirementStatus } from "../../engine/engine";
import { Icon, Status, type Tone } from "../../kit/status";
import { choice } from "./choice";
import { profileTitle, type Verdict, verdictOf } from "./model";
import { STATUS_TONES } from "./tones";
import { complianceWords as w } from "./words";

const VERDICT_TONES: Record<Verdict, Tone> = { violated: "bad", not_decidable: "open", to_declare: "open", nothing_judged: "warn", holds: "good" };
const CLASSES: Record<Verdict, string> = { violated: "bad", not_decidable: "open", to_declare: "open", nothing_judged: "open", holds: "good" };
const COUNTED: readonly RequirementStatus[] = ["violated", "not_decidable", "to_declare", "holds", "class_empty", "not_in_force"];

export function VerdictCard({ report }: { report: RequirementsReport }) {
  const { summary, requirements } = report;
  const verdict = verdictOf(report);
  const speaksFor = verdict === "holds" || verdict === "to_declare";
  const uncertain = requirements.filter((requirement) => requirement.uncertain && requirement.status === "holds").length;
  const counts = { ...summary, uncertain, all: requirements.length - summary.not_in_force };
  const reservations = speaksFor ? w.reservations(counts) : "";
  return (
    <div class={`outcome verdict ${CLASSES[verdict]}`} role="status">
      <p class="verdict-sentence">
        <Icon tone={VERDICT_TONES[verdict]} />
        <strong>{sentenceOf(verdict, counts)}</strong>
      </p>
      <ul class="verdict-counts">
        {COUNTED.filter((status) => summary[status] > 0).map((status) => (
          <li key={status}>
            <Status tone={STATUS_TONES[status]} word={w.counts[status](summary[status])} />
          </li>
        ))}
      </ul>
      {reservations !== "" && <p>{reservations}</p>}
      {choice.value.profile !== "own" && <p class="hint">{w.tax}</p>}
      <p class="hint">{w.noAdvice}</p>
    </div>
  );
}

function sentenceOf(verdict: Verdict, counts: Parameters<typeof w.reservations>[0]): string {
  if (verdict === "nothing_judged") return w.verdict.nothing_judged;
  const name = choice.value.profile;
  return name === "own" ? w.verdict[verdict].own(profileTitle.value, counts) : w.verdict[verdict][name](counts);
}

/** In which colour is the answer to a requirement? */
import type { RequirementAnswer, RequirementStatus } from "../../engine/engine";
import type { Tone } from "../../kit/status";
import { complianceWords as w } from "./words";

export const STATUS_TONES: Record<RequirementStatus, Tone> = {
  holds: "good",
  violated: "bad",
  not_decidable: "open",
  to_declare: "decide",
  class_empty: "gap",
  not_in_force: "info",
};

/** That something was declared is said; it is nothing that was found. */
export function statusWord({ status, kind }: RequirementAnswer): string {
  if (kind === "declared" && status === "holds") return w.declaredKept;
  if (kind === "declared" && status === "violated") return w.declaredViolated;
  return kind === "by_construction" && status === "holds" ? w.byConstruction : w.statuses[status];
}

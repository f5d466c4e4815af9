/** What does a change of the coverage do to acts? The changes of their decisions, one for each pair of before and after. */
import type { ActRegion, CoverageDiff } from "../../engine/engine";

export interface Effect {
  /** `keeps`: one guarantee of several is left. `loses`: nobody covers them any more. `gains`: somebody covers them now. */
  kind: "keeps" | "loses" | "gains" | "moves" | "shares";
  before: readonly string[];
  after: readonly string[];
  regions: readonly ActRegion[];
}

export interface Effects {
  effects: readonly Effect[];
  /** Whether there may be others. */
  isUnfinished: boolean;
}

export function effectsOf({ decision_changes: changes, truncated }: CoverageDiff): Effects {
  const all = new Map<string, Effect & { regions: ActRegion[] }>();
  for (const { before, after, region } of changes) {
    const key = JSON.stringify([before, after]);
    const effect = all.get(key);
    if (effect) effect.regions.push(region);
    else all.set(key, { kind: kindOf(before, after), before, after, regions: [region] });
  }
  return { effects: [...all.values()], isUnfinished: truncated !== null };
}

function kindOf(before: readonly string[], after: readonly string[]): Effect["kind"] {
  if (after.length === 0) return "loses";
  if (before.length === 0) return "gains";
  if (after.length > 1) return "shares";
  return before.includes(after[0]!) ? "keeps" : "moves";
}

export function losesCover({ effects }: Effects): boolean {
  return effects.some(({ kind }) => kind === "loses");
}

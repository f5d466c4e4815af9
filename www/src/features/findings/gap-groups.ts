/** Which gaps have one cause? Those that the same facts decide, in the same way where that can be said. */
import { computed } from "@preact/signals";
import { type ActConditions, FACTS } from "../../engine/engine";
import { perEditor } from "../../store/editor/per-editor";
import type { GapFinding } from "./findings";
import { openGaps } from "./model";

export interface GapGroup {
  key: string;
  /** What the gaps have in common of the facts that decide; empty where they differ. */
  conditions: ActConditions;
  openFacts: GapFinding["openFacts"];
  gaps: readonly GapFinding[];
}

/** Most plausible first: one fact decides, of many care types. */
export const gapGroups = perEditor((editor) =>
  computed((): readonly GapGroup[] => {
    const groups = new Map<string, GapFinding[]>();
    for (const gap of openGaps(editor).value) {
      const key = causeOf(gap);
      const group = groups.get(key);
      if (group) group.push(gap);
      else groups.set(key, [gap]);
    }
    return [...groups]
      .map(([key, gaps]) => ({ key, conditions: commonConditions(gaps), openFacts: gaps[0]!.openFacts, gaps: gaps.toSorted((a, b) => sizeOf(b) - sizeOf(a)) }))
      .toSorted((a, b) => doubt(a) - doubt(b) || total(b) - total(a));
  }),
);

/** Of yes or no, the answer that is not covered is a cause of its own. */
function causeOf({ openFacts, region: { conditions } }: GapFinding): string {
  return JSON.stringify(openFacts.map((fact) => (typeof conditions[fact] === "boolean" ? [fact, conditions[fact]] : [fact])));
}

function commonConditions(gaps: readonly GapFinding[]): ActConditions {
  const [first] = gaps;
  if (!first) return {};
  const same = first.openFacts.filter((fact) => gaps.every(({ region }) => JSON.stringify(region.conditions[fact]) === JSON.stringify(first.region.conditions[fact])));
  return Object.fromEntries(same.filter((fact) => fact in first.region.conditions).map((fact) => [fact, first.region.conditions[fact]]));
}

function sizeOf({ region }: GapFinding): number {
  return region.care_types.length;
}

function total({ gaps }: GapGroup): number {
  return gaps.reduce((sum, gap) => sum + sizeOf(gap), 0);
}

/** How far from what authors mean: one fact, several of which each decides, none alone. */
function doubt({ openFacts }: GapGroup): number {
  return openFacts.length === 0 ? FACTS.length + 1 : openFacts.length;
}

/** What has the analysis found, by the guarantee that it concerns? */
import { computed } from "@preact/signals";
import type { ActRegion, CoverageAnalysis, LoadedCoverage } from "../../engine/engine";
import { compiled } from "../../store/readings";
import { analysis } from "./model";

/** Another guarantee that claims acts of this one. Mappings by position. */
export interface OverlapHere {
  other: string;
  mapping: number;
  otherMapping: number;
  region: ActRegion;
}

export interface Findings {
  overlaps: readonly OverlapHere[];
  /** Of the care types that this guarantee is first to select. */
  gaps: readonly ActRegion[];
}

const none: Findings = { overlaps: [], gaps: [] };
const byPosition = computed(() => (compiled.value && analysis.value ? byGuarantee(compiled.value, analysis.value) : null));

/** `guarantee`: its position. */
export function findingsOf(guarantee: number): Findings {
  return byPosition.value?.get(guarantee) ?? none;
}

function byGuarantee(coverage: LoadedCoverage, { overlaps, gaps }: CoverageAnalysis): Map<number, Findings> {
  const all = new Map<number, { overlaps: OverlapHere[]; gaps: ActRegion[] }>();
  const of = (guarantee: number) => {
    let findings = all.get(guarantee);
    if (!findings) all.set(guarantee, (findings = { overlaps: [], gaps: [] }));
    return findings;
  };
  for (const { guarantees: [first, second], pointers, region } of overlaps) {
    const [a, b] = [placeOf(pointers[0]), placeOf(pointers[1])];
    of(a.guarantee).overlaps.push({ other: second, mapping: a.mapping, otherMapping: b.mapping, region });
    of(b.guarantee).overlaps.push({ other: first, mapping: b.mapping, otherMapping: a.mapping, region });
  }
  const firstToSelect = gaps.length > 0 ? selectors(coverage) : new Map<string, number>();
  for (const { region } of gaps) {
    const parts = new Map<number, string[]>();
    for (const careType of region.care_types) {
      const guarantee = firstToSelect.get(careType) ?? 0;
      const part = parts.get(guarantee);
      if (part) part.push(careType);
      else parts.set(guarantee, [careType]);
    }
    for (const [guarantee, care_types] of parts) of(guarantee).gaps.push(partOf(coverage, region, care_types));
  }
  return all;
}

/** By care type, the first guarantee that selects it. */
function selectors(coverage: LoadedCoverage): Map<string, number> {
  const first = new Map<string, number>();
  coverage.payload.guarantees.forEach(({ name }, guarantee) => {
    for (const careType of coverage.careTypesOf(name)) if (!first.has(careType)) first.set(careType, guarantee);
  });
  return first;
}

/** A part of the care types of a gap. The act that shows it becomes one of them, with the facts that its type has. */
function partOf({ catalog }: LoadedCoverage, region: ActRegion, care_types: string[]): ActRegion {
  const [care_type] = care_types;
  const { witness } = region;
  if (care_type === undefined || care_type === witness.care_type) return { ...region, care_types };
  const applicable = catalog.types.get(care_type)?.applicable_facts ?? null;
  const facts = Object.entries(witness).map(([fact, value]) => [fact, applicable === null || fact === "member_age" || applicable.includes(fact as never) ? value : null]);
  return { ...region, care_types, witness: { ...Object.fromEntries(facts), care_type } };
}

function placeOf(pointer: string): { guarantee: number; mapping: number } {
  const [, , guarantee, , mapping] = pointer.split("/");
  return { guarantee: Number(guarantee), mapping: Number(mapping) };
}

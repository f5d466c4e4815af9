/** What has the analysis found that is still open, by the guarantee that it concerns? */
import { computed } from "@preact/signals";
import type { ActRegion, LoadedCoverage } from "../../engine/engine";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { analysis } from "../coverage/model";
import { gapFinding, type GapFinding, overlapFinding, type OverlapFinding } from "./findings";

export interface GuaranteeFindings {
  overlaps: readonly OverlapFinding[];
  /** Of the care types that this guarantee is first to select. */
  gaps: readonly GapFinding[];
}

const none: GuaranteeFindings = { overlaps: [], gaps: [] };

/** Of the coverage as it could last be read. */
const byPosition = perEditor((editor) =>
  computed(() => {
    const [hand, found] = [editor.compiled.value, analysis(editor).value];
    if (!hand || !found) return null;
    const isOpen = ({ accepted }: { accepted?: string }) => accepted === undefined;
    return byGuarantee(hand, found.overlaps.filter(isOpen).map(overlapFinding), found.gaps.filter(isOpen).map(gapFinding));
  }),
);

/** `guarantee`: its position. */
export function findingsOf(editor: Editor, guarantee: number): GuaranteeFindings {
  return byPosition(editor).value?.get(guarantee) ?? none;
}

/** Whether what is shown is of the text as it is, so that it can be edited by what was found. */
export const areCurrent = perEditor(({ coverage }) => computed(() => coverage.value.state === "ready"));

function byGuarantee(hand: LoadedCoverage, overlaps: readonly OverlapFinding[], gaps: readonly GapFinding[]): Map<number, GuaranteeFindings> {
  const all = new Map<number, { overlaps: OverlapFinding[]; gaps: GapFinding[] }>();
  const of = (guarantee: number) => {
    let findings = all.get(guarantee);
    if (!findings) all.set(guarantee, (findings = { overlaps: [], gaps: [] }));
    return findings;
  };
  for (const overlap of overlaps) for (const { guarantee } of overlap.places) of(guarantee).overlaps.push(overlap);
  const first = gaps.length > 0 ? selectors(hand) : new Map<string, number>();
  for (const gap of gaps) {
    for (const [guarantee, part] of partsOf(hand, gap, first)) of(guarantee).gaps.push(part);
  }
  return all;
}

/** A gap by the guarantees that are first to select its care types. */
export function gapParts(hand: LoadedCoverage, gap: GapFinding): Map<number, GapFinding> {
  return partsOf(hand, gap, selectors(hand));
}

function partsOf(hand: LoadedCoverage, gap: GapFinding, first: ReadonlyMap<string, number>): Map<number, GapFinding> {
  const parts = new Map<number, string[]>();
  for (const careType of gap.region.care_types) {
    const guarantee = first.get(careType) ?? 0;
    const part = parts.get(guarantee);
    if (part) part.push(careType);
    else parts.set(guarantee, [careType]);
  }
  const whole = [...parts].map(([guarantee, careTypes]): [number, GapFinding] => [guarantee, gapFinding({ region: partOf(hand, gap.region, careTypes), open_facts: gap.openFacts })]);
  return new Map(whole);
}

/** By care type, the first guarantee that selects it. */
function selectors(hand: LoadedCoverage): Map<string, number> {
  const first = new Map<string, number>();
  hand.payload.guarantees.forEach(({ name }, guarantee) => {
    for (const careType of hand.careTypesOf(name)) if (!first.has(careType)) first.set(careType, guarantee);
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

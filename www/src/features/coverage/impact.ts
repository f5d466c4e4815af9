/** What would a term change if it were added to a selector? The engine is asked before it is taken. */
import type { CoverageCareTypeFilter, CoverageGuarantee, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import { type Json, textsIn } from "../../kit/json/values";
import { fullReason } from "../common/labels";
import { partOf } from "./guarantee-list";
import type { Field } from "./mapping-edits";
import { formWords } from "./words";

interface Place {
  catalog: LoadedCatalog;
  coverage: LoadedCoverage | null;
  /** The name of the guarantee. */
  guarantee: string;
  mapping: unknown;
  side: "include" | "exclude";
}

export interface Hit {
  of: "care_type" | "group";
  shortCode: string;
}

const NAMED = 2;

export function impacts(place: Place): (hit: Hit) => string {
  const selector = partOf(place.mapping, "selector");
  const known = new Map<string, string>();
  return (hit) => {
    const key = `${hit.of}/${hit.shortCode}`;
    let words = known.get(key);
    if (words === undefined) known.set(key, (words = impactOf(place, selector, hit)));
    return words;
  };
}

function impactOf(place: Place, selector: Json, { of, shortCode }: Hit): string {
  const { catalog, side } = place;
  const field: Field = of === "group" ? `${side}_care_type_groups` : `${side}_care_types`;
  const before = selectedBy(catalog, selector);
  const after = selectedBy(catalog, { ...selector, [field]: [...textsIn(selector, field), shortCode] });
  const added = [...after].filter((code) => !before.has(code));
  const lost = [...before].filter((code) => !after.has(code)).length;
  if (lost > 0) return formWords.impact.leavesOut(lost);
  if (added.length > 0) return [formWords.impact.adds(added.length), ...othersWords(place, added)].join(" · ");
  if (of === "group") return formWords.impact.nothing;
  return whyNothing(catalog, selector, shortCode, side);
}

function whyNothing(catalog: LoadedCatalog, selector: Json, shortCode: string, side: Place["side"]): string {
  const row = catalog.explain(selector).find((row) => row.short_code === shortCode);
  const words = formWords.impact;
  if (!row) return side === "exclude" ? words.notSelected : words.nothing;
  const why = fullReason(catalog, row.decided_by, []);
  if (side === "exclude") return row.selected ? words.nothing : words.leftOutAlready(why);
  return row.selected ? words.selectedAlready(why) : words.staysOut(why);
}

function selectedBy(catalog: LoadedCatalog, selector: Json): Set<string> {
  return new Set(catalog.explain(selector).flatMap(({ selected, short_code }) => (selected ? [short_code] : [])));
}

/** Other guarantees that select some of these care types: which would claim the same acts, and which only others of them. */
function othersWords({ catalog, coverage, guarantee, mapping }: Place, careTypes: readonly string[]): string[] {
  if (!coverage) return [];
  const others = othersSelecting(coverage, guarantee, careTypes);
  if (others.length === 0) return [];
  const overlaps = overlapping(catalog, partOf(mapping, "filter"), careTypes, others);
  const also = others.map(({ name }) => name).filter((name) => !overlaps.includes(name));
  const say = (names: readonly string[], words: (names: readonly string[], more: number) => string) =>
    names.length === 0 ? [] : [words(names.slice(0, NAMED), Math.max(0, names.length - NAMED))];
  return [...say(overlaps, formWords.impact.overlaps), ...say(also, formWords.impact.also)];
}

const selectors = new WeakMap<LoadedCoverage, Map<string, number[]>>();

/** By care type, the positions of the guarantees that select it. */
function selectorsOf(coverage: LoadedCoverage): Map<string, number[]> {
  let found = selectors.get(coverage);
  if (!found) {
    found = new Map();
    for (const [index, { name }] of coverage.payload.guarantees.entries()) {
      for (const careType of coverage.careTypesOf(name)) (found.get(careType) ?? found.set(careType, []).get(careType)!).push(index);
    }
    selectors.set(coverage, found);
  }
  return found;
}

/** The other guarantees, with no more than these care types. */
function othersSelecting(coverage: LoadedCoverage, guarantee: string, careTypes: readonly string[]): CoverageGuarantee[] {
  const wanted = new Set(careTypes);
  const positions = new Set(careTypes.flatMap((careType) => selectorsOf(coverage).get(careType) ?? []));
  return [...positions].sort((a, b) => a - b).flatMap((position) => {
    const { name, care_type_mappings: mappings } = coverage.payload.guarantees[position]!;
    if (name === guarantee) return [];
    const some = mappings.flatMap(({ filter }, at) => {
      const include_care_types = coverage.selection(position, at).flatMap((row) => (row.selected && wanted.has(row.short_code) ? [row.short_code] : []));
      return include_care_types.length === 0 ? [] : [{ selector: { include_care_types }, filter }];
    });
    return [{ name, care_type_mappings: some, coverage_rule: {} }];
  });
}

/** The names of those that can match the same act. */
function overlapping(catalog: LoadedCatalog, filter: Json, careTypes: readonly string[], others: readonly CoverageGuarantee[]): string[] {
  const name = `${others.map((other) => other.name).join("")}_`;
  const own = { name, care_type_mappings: [{ selector: { include_care_types: [...careTypes] }, filter: filter as CoverageCareTypeFilter }], coverage_rule: {} };
  const analysis = catalog.analysisOf({ name, version: 1, guarantees: [own, ...others] });
  const found = new Set((analysis?.overlaps ?? []).flatMap(({ guarantees: [first, second] }) => (first === name ? [second] : [])));
  return others.map((other) => other.name).filter((name) => found.has(name));
}

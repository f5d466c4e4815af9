/** Edits of the coverage that may settle a finding: what they are called, and the operations on its text. */
import type { CoverageCareTypeFilter, CoverageGuarantee, LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { groupOf } from "../common/regions";
import { type Place, pointerOf } from "./findings";

export type Mapping = CoverageGuarantee["care_type_mappings"][number];

export interface Candidate {
  /** In the language of the page. */
  title: () => string;
  operations: readonly Operation[];
}

export function mappingAt({ payload }: LoadedCoverage, { guarantee, mapping }: Place): Mapping | undefined {
  return payload.guarantees[guarantee]?.care_type_mappings[mapping];
}

/** Short codes of the care types that the mapping selects. */
export function selectedBy(coverage: LoadedCoverage, { guarantee, mapping }: Place): string[] {
  return coverage.selection(guarantee, mapping).flatMap(({ short_code, selected }) => (selected ? [short_code] : []));
}

/** The fields of a filter that differ, so that the rest keeps its formatting. */
export function filterEdits(place: Place, before: CoverageCareTypeFilter, after: CoverageCareTypeFilter): Operation[] {
  const path = (field: string) => `${pointerOf(place)}/filter/${field}`;
  const removed = Object.keys(before).filter((field) => !(field in after));
  const set = Object.entries(after).filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof CoverageCareTypeFilter]));
  return [
    ...set.map(([field, value]): Operation => ({ op: "add", path: path(field), value })),
    ...removed.map((field): Operation => ({ op: "remove", path: path(field) })),
  ];
}

/** Takes care types out of a selector: from those that it names where they are all there, else by an exclude. */
export function leaveOut(place: Place, { selector }: Mapping, catalog: LoadedCatalog, careTypes: readonly string[]): Operation[] {
  const included = [...(selector.include_care_types ?? [])];
  const byGroup = catalog.ask((object) => object.getCareTypesFromSelector({ include_care_type_groups: [...(selector.include_care_type_groups ?? [])] }));
  const inGroup = new Set(byGroup.map(({ short_code }) => short_code));
  const named = careTypes.filter((code) => included.includes(code));
  const others = careTypes.filter((code) => !included.includes(code) || inGroup.has(code));
  const path = `${pointerOf(place)}/selector`;
  const positions = included.flatMap((code, index) => (named.includes(code) ? [index] : [])).reverse();
  const removals =
    positions.length === included.length
      ? positions.length > 0 ? [{ op: "remove" as const, path: `${path}/include_care_types` }] : []
      : positions.map((index): Operation => ({ op: "remove", path: `${path}/include_care_types/${index}` }));
  if (others.length === 0) return removals;
  const group = groupOf(catalog, others);
  const [field, codes] = group === undefined ? (["exclude_care_types", others] as const) : (["exclude_care_type_groups", [group]] as const);
  const additions: Operation[] = selector[field]
    ? codes.map((value) => ({ op: "add", path: `${path}/${field}/-`, value }))
    : [{ op: "add", path: `${path}/${field}`, value: codes }];
  return [...removals, ...additions];
}

/** Another mapping of the guarantee, after this one. */
export function insertAfter({ guarantee, mapping }: Place, value: Mapping): Operation {
  return { op: "add", path: pointerOf({ guarantee, mapping: mapping + 1 }), value };
}

/** A selector of exactly these care types: their group, where there is one. */
export function selectorOf(catalog: LoadedCatalog, careTypes: readonly string[]): Mapping["selector"] {
  const group = groupOf(catalog, careTypes);
  return group === undefined ? { include_care_types: [...careTypes] } : { include_care_type_groups: [group] };
}

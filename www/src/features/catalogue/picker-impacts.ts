/** What would it do to be in one group more? Asked of each choice, so by what the selectors say rather than of the engine. */
import type { CoverageGuarantee, LoadedCoverage } from "../../engine/engine";
import { editWords } from "./words";

/** Of a care type, when this group is added to it. */
export function impactOfGroup(coverage: LoadedCoverage | null, careType: string | null, group: string): string | null {
  return coverage && words(gaining(coverage, careType, group));
}

/** Of a group, when this care type is added to it; a new group is named by nobody. */
export function impactOfMember(coverage: LoadedCoverage | null, group: string | null, careType: string): string | null {
  return coverage && words(group === null ? [] : gaining(coverage, careType, group));
}

const NAMED = 2;

function words(guarantees: readonly string[]): string {
  return guarantees.length === 0 ? editWords.addsNothing : editWords.addsTo(guarantees.slice(0, NAMED), Math.max(0, guarantees.length - NAMED));
}

/** The guarantees that name the group, and neither select the care type by now nor exclude it by name. */
function gaining(coverage: LoadedCoverage, careType: string | null, group: string): string[] {
  const names = (guarantee: CoverageGuarantee) =>
    guarantee.care_type_mappings.some(({ selector }) => {
      const excluded = careType !== null && [...(selector.exclude_care_types ?? [])].includes(careType);
      return [...(selector.include_care_type_groups ?? [])].includes(group) && !excluded;
    });
  const found = coverage.payload.guarantees.filter(names).map(({ name }) => name);
  return careType === null ? found : found.filter((name) => !coverage.careTypesOf(name).includes(careType));
}

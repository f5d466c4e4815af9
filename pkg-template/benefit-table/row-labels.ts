// What is a row of some care types called, so that reading its label gives them again? Groups that lie wholly in it, the largest first, then
// care types by their own labels.
import type * as main from "../care-coverage";
import type { Labels } from "./labels.ts";

type Catalog = Pick<main.CareTypeCatalog, "getCareTypeMappings">;

/** Between the names of a label. */
const BETWEEN = " ; ";

export function labelOf(careTypes: readonly string[], catalog: Catalog, labels: Labels): { label: string; isRead: boolean } {
  const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups, care_type_group_to_internal_care_types: members } = catalog.getCareTypeMappings();
  const wanted = new Set(careTypes);
  const fitting = Object.values(groups)
    .map((group) => ({ name: group.label ?? group.short_code, codes: (members[String(group.id)] ?? []).map(({ short_code }) => short_code) }))
    .filter(({ codes }) => codes.length > 0 && codes.every((code) => wanted.has(code)))
    .sort((left, right) => right.codes.length - left.codes.length);
  const [names, left] = [[] as string[], new Set(careTypes)];
  for (const { name, codes } of fitting) {
    if (!codes.some((code) => left.has(code))) continue;
    names.push(name);
    for (const code of codes) left.delete(code);
  }
  const own = (codes: Iterable<string>) => [...codes].map((code) => types[code]?.label ?? code);
  const isRead = (label: string) => {
    const reading = labels.read(label);
    return reading.unread.length === 0 && Object.keys(reading.when).length === 0 && JSON.stringify(reading.careTypes) === JSON.stringify([...careTypes].sort());
  };
  const candidates = [[...names, ...own(left)], own(careTypes)].map((list) => list.join(BETWEEN));
  const label = candidates.find(isRead);
  return { label: label ?? candidates[0]!, isRead: label !== undefined };
}

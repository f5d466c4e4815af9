/** Of data that ships for several catalogues, which fits the one in hand? What knows the most of its codes. */
import type { Headings } from "./engine";

export interface Codes {
  groups: { has(code: string): boolean };
  types: { has(code: string): boolean };
}

/** Its headings without codes that the catalogue lacks; null where there is no data. */
export function fitting<T extends { headings: Headings }>(data: readonly T[], codes: Codes): T | null {
  const known = data.map((one) => {
    const kept = one.headings.headings.map(({ selector, ...heading }) => ({ ...heading, selector: knownIn(selector, codes) })).filter(({ selector }) => countOf(selector) > 0);
    return { ...one, headings: { headings: kept } };
  });
  return known.toSorted((left, right) => codesOf(right.headings) - codesOf(left.headings))[0] ?? null;
}

type Selector = Headings["headings"][number]["selector"];

/** Without the codes that the catalogue lacks. */
export function knownIn(selector: Selector, { groups, types }: Codes): Selector {
  const entries = Object.entries(selector).map(([name, codes]) => [name, (codes as string[]).filter((code) => (name.endsWith("groups") ? groups : types).has(code))]);
  return Object.fromEntries(entries) as Selector;
}

export function countOf({ include_care_type_groups = [], include_care_types = [] }: Selector): number {
  return [...include_care_type_groups, ...include_care_types].length;
}

function codesOf({ headings }: Headings): number {
  return headings.reduce((sum, { selector }) => sum + countOf(selector), 0);
}

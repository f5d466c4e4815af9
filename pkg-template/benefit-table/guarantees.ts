// Which guarantees do the rows of a formula make? A row of the 100 % Santé basket goes before, then the row of fewer care types, and of more
// conditions: from the others its acts are taken away, so that no act has two. What is wholly taken is said.
import type * as main from "../care-coverage";
import { factsOf } from "./rows.ts";
import { conditionsOf, type Filter, keyOf, without } from "./regions.ts";
import { fold } from "./normalise.ts";

/** `rule` is null where nothing is paid, or what is paid was not understood: no wider row pays for these acts instead. */
export interface Claim { careTypes: string[]; when: Filter; rule: main.CoverageRule | null; name: string; cell: number }

export interface Made { guarantees: main.CoverageGuarantee[]; shadowed: number[]; inapplicable: Map<number, string[]>; indivisible: Set<number> }

type Catalog = Pick<main.CareTypeCatalog, "getCareTypeMappings">;

/** `basket`: care types that a row of nothing else takes from all others, however narrow they are: "Couronnes" are those of other baskets then. */
export function guaranteesOf(claims: readonly Claim[], catalog: Catalog, basket: ReadonlySet<string>): Made {
  const types = catalog.getCareTypeMappings().internal_care_type_by_short_code;
  const rank = claims.map(({ careTypes }) => (careTypes.every((code) => basket.has(code)) ? 0 : 1));
  const order = claims.map((_, index) => index).sort((left, right) => rank[left]! - rank[right]! || claims[left]!.careTypes.length - claims[right]!.careTypes.length || conditionsOf(claims[right]!.when) - conditionsOf(claims[left]!.when) || left - right);
  const taken = new Map<string, Filter[]>();
  const made: Made = { guarantees: [], shadowed: [], inapplicable: new Map(), indivisible: new Set() };
  const mappings = new Map<number, main.CoverageCareTypeMapping[]>();
  for (const index of order) {
    const { careTypes, when, rule, cell } = claims[index]!;
    const byFilters = new Map<string, { filters: Filter[]; codes: string[] }>();
    const lacking: string[] = [];
    for (const code of careTypes) {
      const facts = types[code]?.applicable_facts;
      if (facts && !factsOf(when).every((fact) => (facts as string[]).includes(fact))) {
        lacking.push(code);
        continue;
      }
      let left: Filter[] | null = [when];
      for (const other of taken.get(code) ?? []) {
        const parts: (Filter[] | null)[] = left.map((filter) => without(filter, other));
        if (parts.some((part) => part === null)) {
          if (rule !== null) made.indivisible.add(cell);
          left = [];
          break;
        }
        left = parts.flatMap((part) => part!).filter((filter) => !facts || factsOf(filter).every((fact) => (facts as string[]).includes(fact)));
      }
      if (left.length === 0) continue;
      taken.set(code, [...(taken.get(code) ?? []), when]);
      const key = JSON.stringify(left.map(keyOf));
      const known = byFilters.get(key);
      if (known) known.codes.push(code);
      else byFilters.set(key, { filters: left, codes: [code] });
    }
    if (lacking.length > 0 && rule !== null) made.inapplicable.set(cell, lacking);
    const list = [...byFilters.values()].flatMap(({ filters, codes }) => filters.map((filter) => ({ selector: { include_care_types: codes }, filter })));
    if (rule === null) continue;
    if (list.length === 0) made.shadowed.push(cell);
    else mappings.set(index, list);
  }
  const names: Names = new Map();
  claims.forEach(({ rule, name }, index) => {
    const list = mappings.get(index);
    if (list && rule) made.guarantees.push({ name: uniqueName(name, names), care_type_mappings: list, coverage_rule: rule });
  });
  return made;
}

export function nameOf(label: string, otherwise: string): string {
  const name = fold(label).text.toUpperCase().replace(/[^A-Z0-9]+/g, "_").slice(0, 48).replace(/^_+|_+$/g, "");
  return name === "" ? otherwise : name;
}

/** Names that are given: by the name, the number that the next one of it has. */
export type Names = Map<string, number>;

export function uniqueName(label: string, known: Names, otherwise = "ROW"): string {
  const name = nameOf(label, otherwise);
  let number = known.get(name) ?? 1;
  let unique = number === 1 ? name : `${name}_${number}`;
  while (number > 1 && known.has(unique)) {
    number += 1;
    unique = `${name}_${number}`;
  }
  known.set(name, number + 1);
  if (unique !== name) known.set(unique, Math.max(known.get(unique) ?? 1, 2));
  return unique;
}

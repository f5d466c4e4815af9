// Which care types are one row of a table? Those of a heading that every coverage treats alike, in the order of the guarantees.
import type * as main from "../care-coverage";
import { type Entry, type Line, linesOf } from "./lines.ts";
import { formOf, limitsOf } from "./same-rule.ts";
import type { Filter } from "./regions.ts";
import { keyOf, stated } from "./regions.ts";

/** `lines` is null where a table would have too many. `hasOtherLenses`: lines are of the three known complexities of lenses, and some coverage
 *  pays whatever it is. */
export interface Row { careTypes: string[]; lines: Line[] | null; order: string; hasOtherLenses: boolean }

type Catalog = Pick<main.CareTypeCatalog, "getCareTypesFromSelector" | "getCareTypeMappings">;

/** For each coverage, by care type, what pays for it. */
export function entriesOf(catalog: Catalog, payload: main.CoveragePayload): Map<string, Entry[]> {
  const answer = new Map<string, Entry[]>();
  payload.guarantees.forEach(({ care_type_mappings, coverage_rule }, guarantee) => {
    // Limits of one key share what they leave: it is part of what is paid.
    const form = JSON.stringify([formOf(coverage_rule), limitsOf(coverage_rule).map(({ key }) => key)]);
    for (const { selector, filter } of care_type_mappings) {
      for (const { short_code } of catalog.getCareTypesFromSelector(selector)) {
        const list = answer.get(short_code) ?? [];
        if (list.length === 0) answer.set(short_code, list);
        if (!list.some((entry) => entry.guarantee === guarantee && keyOf(entry.filter) === keyOf(filter))) list.push({ filter: stated(filter), form, guarantee });
      }
    }
  });
  return answer;
}

/** Of a care type, conditions on facts that it does not have never hold: nothing is paid by them. */
export function applicable(careType: main.InternalCareType, entries: readonly Entry[]): Entry[] {
  const facts = careType.applicable_facts;
  return facts ? entries.filter(({ filter }) => factsOf(filter).every((fact) => (facts as string[]).includes(fact))) : [...entries];
}

const LISTS: Record<string, string> = { glasses_lens_complexities: "glasses_lens_complexity", allowed_treatment_modes: "treatment_mode", allowed_natures_de_soins: "nature_de_soins" };

/** The facts that a filter asks for; ages always apply. */
export function factsOf(filter: Filter): string[] {
  return Object.keys(stated(filter)).flatMap((name) => (name === "min_age" || name === "max_age" ? [] : [Object.hasOwn(LISTS, name) ? LISTS[name]! : name]));
}

export function rowsOf(careTypes: readonly string[], catalog: Catalog, coverages: readonly Map<string, Entry[]>[]): Row[] {
  const types = catalog.getCareTypeMappings().internal_care_type_by_short_code;
  const rows = new Map<string, { careTypes: string[]; entries: Entry[][]; order: string }>();
  for (const code of careTypes) {
    const entries = coverages.map((coverage) => applicable(types[code]!, coverage.get(code) ?? []));
    if (entries.every((list) => list.length === 0)) continue;
    const key = JSON.stringify(entries.map((list) => list.map(({ filter, form }) => [keyOf(filter), form]).sort()));
    const known = rows.get(key);
    if (known) known.careTypes.push(code);
    else rows.set(key, { careTypes: [code], entries, order: entries.map((list) => String(Math.min(9_999, ...list.map(({ guarantee }) => guarantee))).padStart(4, "0")).join() });
  }
  return [...rows.values()]
    .map(({ careTypes: codes, entries, order }) => ({ careTypes: codes.sort(), lines: linesOf(entries), order, hasOtherLenses: hasOtherLenses(entries) }))
    .sort((left, right) => (left.order < right.order ? -1 : left.order > right.order ? 1 : left.careTypes[0]! < right.careTypes[0]! ? -1 : 1));
}

function hasOtherLenses(entries: readonly (readonly Entry[])[]): boolean {
  const asked = entries.flat().map(({ filter }) => filter.glasses_lens_complexities != null);
  return asked.includes(true) && asked.includes(false);
}

/** How does a person say which acts a region has? Conditions and care types, in words. */
import type { ActConditions, LoadedCatalog, TextCondition, TextFact } from "../../engine/engine";
import { factName, regionWords } from "./act-words";
import { valueWords } from "./values";

/** Of a longer list of values, the first ones are said. */
const VALUES_NAMED = 8;

/**
 * The conditions as one sentence, without a full stop.
 *
 *     { member_age: { min: 0, max: 17 }, practitioner: { not_in: ["DENTIST"] } }   // members of 0 to 17, any practitioner but Dentist
 */
export function conditionWords(conditions: ActConditions): string {
  const parts = Object.entries(conditions).map(([fact, condition]) => {
    if (typeof condition === "boolean") return regionWords.flags[fact as keyof typeof regionWords.flags][condition ? "yes" : "no"];
    if (fact === "member_age") return regionWords.ages(condition.min, condition.max);
    return textWords(fact as TextFact, condition);
  });
  return parts.length === 0 ? regionWords.anyAct : parts.join(", ");
}

function textWords(fact: TextFact, condition: TextCondition): string {
  const values = "in" in condition ? condition.in : condition.not_in;
  const named = values.slice(0, VALUES_NAMED).map((value) => valueWords(fact, value));
  const words = values.length > named.length ? [...named, regionWords.moreValues(values.length - named.length)] : named;
  return "in" in condition ? regionWords.oneOf(factName(fact), words) : regionWords.noneOf(factName(fact), words);
}

const groupsByTypes = new WeakMap<LoadedCatalog, Map<string, string>>();

/** The group that has exactly these care types, ascending; undefined without one. */
export function groupOf(catalog: LoadedCatalog, careTypes: readonly string[]): string | undefined {
  let groups = groupsByTypes.get(catalog);
  if (!groups) {
    const members = new Map<number, string[]>();
    for (const type of [...catalog.types.values()].sort((a, b) => (a.short_code < b.short_code ? -1 : 1))) {
      for (const id of new Set(type.care_type_group_ids)) (members.get(id) ?? members.set(id, []).get(id)!).push(type.short_code);
    }
    groups = new Map([...catalog.groups.values()].map(({ id, short_code }) => [members.get(id)?.join("\n") ?? "", short_code]));
    groupsByTypes.set(catalog, groups);
  }
  return careTypes.length > 1 ? groups.get(careTypes.join("\n")) : undefined;
}

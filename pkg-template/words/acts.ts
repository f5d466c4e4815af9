// Acts in words: one, the set that a filter asks for, the set of a region.
import type * as main from "../care-coverage";
import { FACTS } from "../facts.ts";
import type { Language } from "./language.ts";
import { counted, date, list, quote, say } from "./numbers.ts";
import { textsOf, wrong } from "./wrong.ts";

/** The label of a short code, as a person reads it; without one, the code is in backticks. */
export type Label = (shortCode: string, of: "care_type" | "group") => string | null | undefined;

/** Of a longer list of care types, the first ones are named. */
const NAMED = 8;
const AGES = { min: 0, max: 130 };

/** A condition on ages; a bound that nobody stated is undefined. */
interface Ages { min: number | undefined; max: number | undefined }

type Values = { one: readonly string[] } | { but: readonly string[] };

export function named(shortCode: string, of: "care_type" | "group", label: Label | undefined): string {
  return label?.(shortCode, of) ?? quote(shortCode);
}

/** "an act of care type `CROWN` for a member of 17, OPTAM or secteur 1, by a dentist". With `isCoded`, values are named by their codes,
 *  as in the engine's messages. Facts that do not apply, or are not known, are left out. */
export function actInWords(language: Language, act: main.DeepReadonly<main.CareAct>, label: Label | undefined, isCoded: boolean): string {
  const words = language.acts;
  const facts = FACTS.flatMap(({ name, kind }): string[] => {
    const value = act[name];
    if (value === null || value === undefined) return [];
    if (kind === "boolean") return [flagInWords(language, name, Boolean(value))];
    const text = String(value);
    return [isCoded ? say(language, words.texts[name].coded, { values: quote(text) }) : textInWords(language, name, { one: [text] })];
  });
  const teeth = act.teeth?.length ? say(language, words.teeth, { count: counted(language, act.teeth.length), teeth: list(language, act.teeth.map(String), "and") }) : null;
  const establishment = act.establishment ? say(language, words.establishment, { establishment: quote(act.establishment) }) : null;
  const parts = [...facts, teeth, establishment].filter((part) => part !== null);
  return say(language, words.one, {
    act: say(language, words.care_type, { care_type: named(act.care_type, "care_type", label) }),
    date: act.care_date ? date(language, act.care_date) : null,
    age: typeof act.member_age === "number" ? say(language, words.age, { age: counted(language, act.member_age) }) : null,
    facts: parts.length === 0 ? null : parts.join(language.lists.comma),
  });
}

export function regionInWords(language: Language, region: main.DeepReadonly<main.ActRegion>, label: Label | undefined): string {
  const { members, conditions } = conditionsInWords(language, region.conditions);
  return say(language, language.acts.many, {
    care_types: say(language, language.acts.care_type, { care_type: careTypesInWords(language, region.care_types, label) }),
    members,
    conditions: conditions.length === 0 ? null : conditions.join(language.lists.comma),
  });
}

function careTypesInWords(language: Language, codes: readonly string[], label: Label | undefined): string {
  const names = codes.slice(0, NAMED).map((code) => named(code, "care_type", label));
  const more = codes.length - names.length;
  return list(language, more > 0 ? [...names, say(language, language.acts.more, { count: counted(language, more) })] : names, "or");
}

function conditionsInWords(language: Language, conditions: main.DeepReadonly<main.ActConditions>): { members: string | null; conditions: string[] } {
  const { member_age: ages } = conditions;
  return {
    members: ages ? agesInWords(language, ages) : null,
    conditions: FACTS.flatMap(({ name, kind }): string[] => {
      const condition = conditions[name];
      if (condition === undefined) return [];
      if (kind === "boolean") return [flagInWords(language, name, Boolean(condition))];
      const texts = condition as main.DeepReadonly<main.TextCondition>;
      return [textInWords(language, name, "in" in texts ? { one: texts.in } : { but: texts.not_in })];
    }),
  };
}

export function filterInWords(language: Language, filter: main.DeepReadonly<main.CoverageCareTypeFilter>): string {
  const never = neverInWords(language, filter);
  if (never !== undefined) return never;
  const ages = { min: ageOf(filter, "min_age"), max: ageOf(filter, "max_age") };
  const members = ages.min === undefined && ages.max === undefined ? [] : [agesInWords(language, ages)];
  const conditions = FACTS.flatMap(({ name, condition: field, kind }): string[] => {
    const condition = filter[field];
    if (condition === null || condition === undefined) return [];
    if (kind === "text") return [textInWords(language, name, { one: valuesOf(field, condition) })];
    if (typeof condition !== "boolean") throw wrong("filter", `/${field}`, "a boolean", condition);
    return [flagInWords(language, name, condition)];
  });
  return [...members, ...conditions].join(language.lists.comma) || language.acts.every;
}

function ageOf(filter: main.DeepReadonly<main.CoverageCareTypeFilter>, field: "min_age" | "max_age"): number | undefined {
  const age: unknown = filter[field] ?? undefined;
  if (age !== undefined && typeof age !== "number") throw wrong("filter", `/${field}`, "an age", age);
  return age;
}

/** Of a filter that holds for nothing, why. */
function neverInWords(language: Language, filter: main.DeepReadonly<main.CoverageCareTypeFilter>): string | undefined {
  const { never, why } = language.acts;
  const { min_age: min, max_age: max } = filter;
  const isReversed = typeof min === "number" && typeof max === "number" && min > max;
  if (isReversed) return say(language, never, { why: say(language, why.ages, { min: counted(language, min), max: counted(language, max) }) });
  const empty = FACTS.find(({ condition, kind }) => kind === "text" && Array.isArray(filter[condition]) && filter[condition].length === 0);
  return empty && say(language, never, { why: say(language, why.empty_list, { field: quote(empty.condition) }) });
}

/** A practitioner is one value, the other conditions are lists. */
function valuesOf(field: string, condition: unknown): string[] {
  return typeof condition === "string" ? [condition] : textsOf("filter", `/${field}`, condition);
}

function agesInWords(language: Language, { min = AGES.min, max = AGES.max }: Ages): string {
  const { ages } = language.acts;
  const kind = min === max ? "exactly" : max >= AGES.max ? "at_least" : min <= AGES.min ? "at_most" : "between";
  return say(language, ages[kind], { min: counted(language, min), max: counted(language, max) });
}

function flagInWords(language: Language, fact: (typeof FACTS)[number]["name"], value: boolean): string {
  const { yes, no } = language.acts.flags[fact as main.BooleanFact];
  return value ? yes : no;
}

function textInWords(language: Language, fact: (typeof FACTS)[number]["name"], values: Values): string {
  const { in: one, not_in: but, values: known } = language.acts.texts[fact as main.TextFact];
  const inWords = (code: string) => (Object.hasOwn(known, code) ? say(language, known[code]!, { code }) : quote(code));
  const all = "one" in values ? values.one : values.but;
  return say(language, "one" in values ? one : but, { values: list(language, all.map(inWords), "or") });
}

export function selectorInWords(language: Language, selector: main.DeepReadonly<main.CoverageCareTypeSelector>, label: Label | undefined): string {
  const words = language.selector;
  const terms = (side: "include" | "exclude", of: "care_type" | "group") => {
    const field = of === "group" ? (`${side}_care_type_groups` as const) : (`${side}_care_types` as const);
    const names = textsOf("selector", `/${field}`, selector[field]).map((code) => named(code, of, label));
    const template = of === "group" ? words.groups : words.care_types;
    return names.length === 0 ? [] : [say(language, template, { names: list(language, names, "and"), count: counted(language, names.length) })];
  };
  const included = [...terms("include", "group"), ...terms("include", "care_type")];
  if (included.length === 0) return words.nothing;
  const excluded = [...terms("exclude", "group"), ...terms("exclude", "care_type")];
  return say(language, words.whole, {
    included: list(language, included, "and"),
    excluded: excluded.length === 0 ? null : list(language, excluded, "and"),
  });
}

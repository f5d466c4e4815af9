/** What is left of a filter without the acts of a region, and what is there with them? One fact at a time, in the words of a filter. */
import { type ActConditions, type ActFact, type CoverageCareTypeFilter, FACTS, type TextCondition } from "../../engine/engine";

export type RegionFact = ActFact | "member_age";

const OLDEST = 130;

type Conditions = Record<string, unknown>;

/** The field of a filter that looks at a fact. Only of a practitioner there is one value, of other texts a list. */
function fieldOf(fact: RegionFact): string {
  return FACTS.find(({ name }) => name === fact)?.condition ?? fact;
}

function isOneText(fact: RegionFact): boolean {
  return fieldOf(fact) === fact;
}

export function factsOf(conditions: ActConditions): RegionFact[] {
  return Object.keys(conditions) as RegionFact[];
}

function agesOf({ min_age, max_age }: CoverageCareTypeFilter): { min: number; max: number } {
  return { min: min_age ?? 0, max: max_age ?? OLDEST };
}

/** A bound that excludes nobody is left out. */
function withAges(filter: CoverageCareTypeFilter, min: number, max: number): CoverageCareTypeFilter {
  const { min_age: _, max_age: __, ...others } = filter;
  return { ...others, ...(min > 0 && { min_age: min }), ...(max < OLDEST && { max_age: max }) };
}

function withField(filter: CoverageCareTypeFilter, field: string, value: unknown): CoverageCareTypeFilter {
  const { [field]: _, ...others } = filter as Conditions;
  return value === null ? others : { ...others, [field]: value };
}

/** The values that a filter takes of a text; null where it takes any. */
function valuesOf(filter: CoverageCareTypeFilter, fact: RegionFact): readonly string[] | null {
  const value = (filter as Conditions)[fieldOf(fact)];
  return value === null || value === undefined ? null : Array.isArray(value) ? value : [String(value)];
}

/** With one of these values; one filter for each where it can name only one. */
function withValues(filter: CoverageCareTypeFilter, fact: RegionFact, values: readonly string[]): CoverageCareTypeFilter[] {
  if (values.length === 0) return [];
  return isOneText(fact) ? values.map((value) => withField(filter, fact, value)) : [withField(filter, fieldOf(fact), values)];
}

/** The filter without the acts that are as the conditions say of this fact, as filters; null where a filter cannot say it. */
export function without(filter: CoverageCareTypeFilter, fact: RegionFact, conditions: ActConditions): CoverageCareTypeFilter[] | null {
  if (fact === "member_age") {
    const { min, max } = conditions.member_age!;
    const ages = agesOf(filter);
    const younger = min > ages.min ? [withAges(filter, ages.min, min - 1)] : [];
    return max < ages.max ? [...younger, withAges(filter, max + 1, ages.max)] : younger;
  }
  const condition = conditions[fact]!;
  if (typeof condition === "boolean") {
    const asked = (filter as Conditions)[fact] ?? null;
    return asked === condition ? [] : [withField(filter, fact, !condition)];
  }
  const values = valuesOf(filter, fact);
  if ("in" in condition) return values && withValues(filter, fact, values.filter((value) => !condition.in.includes(value)));
  return withValues(filter, fact, values ? values.filter((value) => condition.not_in.includes(value)) : condition.not_in);
}

/** The filter with those acts alone; null where a filter cannot say it. */
export function within(filter: CoverageCareTypeFilter, fact: RegionFact, conditions: ActConditions): CoverageCareTypeFilter | null {
  if (fact === "member_age") return withAges(filter, conditions.member_age!.min, conditions.member_age!.max);
  const condition = conditions[fact]!;
  if (typeof condition === "boolean") return withField(filter, fact, condition);
  const asked = valuesOf(filter, fact);
  const values = "in" in condition ? condition.in : (asked?.filter((value) => !condition.not_in.includes(value)) ?? null);
  if (values === null) return null;
  const filters = withValues(filter, fact, values);
  return filters.length === 1 ? filters[0]! : null;
}

/** The filter, as it has to be for those acts, too. */
export function including(filter: CoverageCareTypeFilter, fact: RegionFact, conditions: ActConditions): CoverageCareTypeFilter {
  if (fact === "member_age") {
    const ages = agesOf(filter);
    return withAges(filter, Math.min(ages.min, conditions.member_age!.min), Math.max(ages.max, conditions.member_age!.max));
  }
  const condition = conditions[fact]!;
  const asked = (filter as Conditions)[fieldOf(fact)] ?? null;
  if (asked === null) return filter;
  if (typeof condition === "boolean") return asked === condition ? filter : withField(filter, fact, null);
  const values = valuesOf(filter, fact)!;
  const more = "in" in condition ? condition.in.filter((value) => !values.includes(value)) : null;
  if (more?.length === 0) return filter;
  return withField(filter, fieldOf(fact), more && !isOneText(fact) ? [...values, ...more] : null);
}

/** The filter that holds for the acts of a region and no others; null where a filter cannot say it. */
export function exactly(conditions: ActConditions): CoverageCareTypeFilter | null {
  return factsOf(conditions).reduce<CoverageCareTypeFilter | null>((filter, fact) => filter && within(filter, fact, conditions), {});
}

/** The filter without the acts of a region, as filters of which each act fulfils one at most; null where filters cannot say it. */
export function complement(filter: CoverageCareTypeFilter, conditions: ActConditions): CoverageCareTypeFilter[] | null {
  const parts: CoverageCareTypeFilter[] = [];
  let rest: CoverageCareTypeFilter | null = filter;
  for (const fact of factsOf(conditions)) {
    const outside = without(rest, fact, conditions);
    const inside = within(rest, fact, conditions);
    if (outside === null || inside === null) return null;
    parts.push(...outside);
    rest = inside;
  }
  return parts;
}

/** What a filter asks of one fact, as the conditions of a region. */
export function conditionsOn(filter: CoverageCareTypeFilter, fact: RegionFact): ActConditions {
  if (fact === "member_age") return { member_age: agesOf(filter) };
  const value = (filter as Conditions)[fieldOf(fact)] ?? null;
  if (value === null) return {};
  return { [fact]: typeof value === "boolean" ? value : ({ in: valuesOf(filter, fact) } as TextCondition) };
}

/** Whether some act is in both. */
export function meet(one: ActConditions, other: ActConditions): boolean {
  return factsOf(one).every((fact) => {
    const [a, b] = [one[fact], other[fact]];
    if (a === undefined || b === undefined) return true;
    if (typeof a === "boolean" || typeof b === "boolean") return a === b;
    if ("min" in a) return "min" in b && a.min <= b.max && b.min <= a.max;
    if ("min" in b) return false;
    if ("in" in a) return a.in.some((value) => ("in" in b ? b.in.includes(value) : !b.not_in.includes(value)));
    return "in" in b ? b.in.some((value) => !a.not_in.includes(value)) : true;
  });
}

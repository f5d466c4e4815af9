// For which acts is a row, as a filter? What two filters have in common, and what is left of one without the other.
//
//     {} \ { OPTAM: true }              { OPTAM: false }
//     { age ≤ 20 } \ { age ≥ 16 }       { age ≤ 15 }
//
// A condition that does not apply to an act fails, whatever it asks: care types that lack a fact are kept apart by their reader.
import type * as main from "../care-coverage";

export type Filter = main.CoverageCareTypeFilter;

const FLAGS = ["is_optam_or_secteur_1", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "reimbursed_by_secu"] as const;
const LISTS = ["glasses_lens_complexities", "allowed_treatment_modes", "allowed_natures_de_soins"] as const;
const LENSES = ["SIMPLE", "COMPLEX", "VERY_COMPLEX"];

/** What is stated, in one order. */
export function stated(filter: Filter): Filter {
  const kept: Record<string, unknown> = {};
  for (const name of ["min_age", "max_age", ...FLAGS, "practitioner", ...LISTS] as const) {
    const value = filter[name];
    if (value !== undefined && value !== null) kept[name] = Array.isArray(value) ? [...value].sort() : value;
  }
  return kept as Filter;
}

export function keyOf(filter: Filter): string {
  return JSON.stringify(stated(filter));
}

export function conditionsOf(filter: Filter): number {
  return Object.keys(stated(filter)).length;
}

/** Null where no act is of both. */
export function both(left: Filter, right: Filter): Filter | null {
  const answer: Filter = { ...stated(left), ...stated(right) };
  const [from, to] = [Math.max(left.min_age ?? 0, right.min_age ?? 0), Math.min(left.max_age ?? 130, right.max_age ?? 130)];
  if (from > to) return null;
  if (from > 0) answer.min_age = from;
  if (to < 130) answer.max_age = to;
  for (const name of [...FLAGS, "practitioner"] as const) {
    if (left[name] != null && right[name] != null && left[name] !== right[name]) return null;
  }
  for (const name of LISTS) {
    const [some, others] = [left[name], right[name]];
    if (some == null || others == null) continue;
    const common = some.filter((value) => others.includes(value));
    if (common.length === 0) return null;
    answer[name] = common;
  }
  return stated(answer);
}

/** The parts of `filter` that `taken` has not, which have nothing in common; null where no filter says them. */
export function without(filter: Filter, taken: Filter): Filter[] | null {
  if (!both(filter, taken)) return [stated(filter)];
  const parts: Filter[] = [];
  let rest: Filter = stated(filter);
  for (const [name, value] of Object.entries(stated(taken))) {
    const condition = { [name]: value } as Filter;
    const complements = othersThan(condition);
    for (const other of complements ?? []) {
      const part = both(rest, other);
      if (part) parts.push(part);
    }
    const inside = both(rest, condition);
    if (!inside) return [stated(filter)];
    if (complements === null && keyOf(inside) !== keyOf(rest)) return null;
    rest = inside;
  }
  return parts;
}

/** The acts for which one condition does not hold; null where no filter says them. */
function othersThan(condition: Filter): Filter[] | null {
  const [name, value] = Object.entries(condition)[0]!;
  if (typeof value === "boolean") return [{ [name]: !value } as Filter];
  if (name === "min_age") return Number(value) > 0 ? [{ max_age: Number(value) - 1 }] : [];
  if (name === "max_age") return Number(value) < 130 ? [{ min_age: Number(value) + 1 }] : [];
  if (name !== "glasses_lens_complexities" || !(value as string[]).every((lens) => LENSES.includes(lens))) return null;
  const left = LENSES.filter((lens) => !(value as string[]).includes(lens));
  return left.length > 0 ? [{ glasses_lens_complexities: left }] : [];
}

/** The parts that conditions of some filters divide all acts into, by one condition each. A condition that no complement says is one part,
 *  and all acts are the other: null stands for what is not in it. */
export function dimensionsOf(filters: readonly Filter[]): { parts: Filter[]; isOpen: boolean }[] {
  const dimensions = new Map<string, { parts: Filter[]; isOpen: boolean }>();
  const ages = new Set<number>([0]);
  const lenses = new Set<string>();
  for (const filter of filters.map(stated)) {
    for (const [name, value] of Object.entries(filter)) {
      if (name === "min_age") ages.add(Number(value));
      else if (name === "max_age") ages.add(Number(value) + 1);
      else if (typeof value === "boolean") dimensions.set(name, { parts: [{ [name]: true }, { [name]: false }], isOpen: false });
      else if (name === "glasses_lens_complexities" && (value as string[]).every((lens) => LENSES.includes(lens))) lenses.add(name);
      else dimensions.set(JSON.stringify([name, value]), { parts: [{ [name]: value } as Filter], isOpen: true });
    }
  }
  if (lenses.size > 0) dimensions.set("lenses", { parts: LENSES.map((lens) => ({ glasses_lens_complexities: [lens] })), isOpen: false });
  if (ages.size > 1) dimensions.set("age", { parts: spansOf([...ages].filter((age) => age <= 130).sort((left, right) => left - right)), isOpen: false });
  return [...dimensions].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, dimension]) => dimension);
}

function spansOf(starts: number[]): Filter[] {
  return starts.map((start, index) => {
    const next = starts[index + 1];
    return { ...(start > 0 && { min_age: start }), ...(next !== undefined && { max_age: next - 1 }) };
  });
}

/** Two parts of one dimension as one; null where no filter says them together. */
export function together(left: Filter, right: Filter): Filter | null {
  if ((left.max_age ?? 130) + 1 === (right.min_age ?? 0)) return stated({ ...(left.min_age != null && { min_age: left.min_age }), ...(right.max_age != null && { max_age: right.max_age }) });
  const [some, others] = [left.glasses_lens_complexities, right.glasses_lens_complexities];
  return some && others ? { glasses_lens_complexities: LENSES.filter((lens) => some.includes(lens) || others.includes(lens)) } : null;
}

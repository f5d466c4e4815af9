/**
 * Which guarantee of the later coverage is one of the earlier under another name?
 *
 * The engine reports one removed and one added. Here the two are paired where they are the same but for the name, or where most of
 * their care types are; the earlier coverage is then compared under the later names, so that only what changes for members is left.
 */
import type { CoverageGuarantee, CoveragePayload, LoadedCoverage } from "../../engine/engine";

export interface Rename {
  before: string;
  after: string;
}

/** Two guarantees that share fewer of their care types than this are not one. */
const LEAST_SHARED = 0.75;

export function renamesOf(before: LoadedCoverage, after: LoadedCoverage): Rename[] {
  const [was, is] = [before.payload.guarantees, after.payload.guarantees];
  const [earlier, later] = [new Set(was.map(({ name }) => name)), new Set(is.map(({ name }) => name))];
  const removed = was.filter(({ name }) => !later.has(name));
  const added = is.filter(({ name }) => !earlier.has(name));
  const pairs = removed.flatMap((a) => added.flatMap((b) => pairOf(before, after, a, b) ?? []));
  // The most alike first; each guarantee is in one pair.
  pairs.sort((a, b) => b.likeness - a.likeness);
  const taken = new Set<string>();
  return pairs.flatMap(({ names }) => {
    const keys = [`before ${names.before}`, `after ${names.after}`];
    if (keys.some((key) => taken.has(key))) return [];
    keys.forEach((key) => taken.add(key));
    return [names];
  });
}

function pairOf(before: LoadedCoverage, after: LoadedCoverage, a: CoverageGuarantee, b: CoverageGuarantee) {
  const types = shared(before.careTypesOf(a.name), after.careTypesOf(b.name));
  if (types < LEAST_SHARED) return null;
  const alike = [isAlike(a.care_type_mappings, b.care_type_mappings), isAlike(a.coverage_rule, b.coverage_rule)].filter(Boolean).length;
  const filters = isAlike(filtersOf(a), filtersOf(b)) ? 0.5 : 0;
  return { names: { before: a.name, after: b.name }, likeness: types + alike + filters };
}

function filtersOf({ care_type_mappings }: CoverageGuarantee) {
  return care_type_mappings.map(({ filter }) => filter);
}

/** How much of all their care types two guarantees share, from 0 to 1. */
function shared(a: readonly string[], b: readonly string[]): number {
  const those = new Set(b);
  const both = a.filter((code) => those.has(code)).length;
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

/** But for the keys of limits, which often have the guarantee's name in them. */
function isAlike(a: unknown, b: unknown): boolean {
  const plain = (value: unknown) => JSON.stringify(value, (field, value) => (field === "key" ? undefined : value));
  return plain(a) === plain(b);
}

/** The earlier coverage under the later names of its guarantees and of its limits; `keys`: what earlier keys of limits are called later. */
export function underLaterNames(before: CoveragePayload, after: CoveragePayload, renames: readonly Rename[]): { payload: CoveragePayload; keys: ReadonlyMap<string, string> } {
  const names = new Map(renames.map(({ before, after }) => [before, after]));
  const guarantees = before.guarantees.map((guarantee) => ({ ...guarantee, name: names.get(guarantee.name) ?? guarantee.name }));
  const keys = keysOf(guarantees, after.guarantees);
  return { payload: { ...before, guarantees: withKeys(guarantees, keys) }, keys };
}

type Keyed = { key?: unknown };

function limitsOf({ coverage_rule }: CoverageGuarantee): Keyed[] {
  const listIn = (object: unknown): Keyed[] => {
    const { limits } = (object ?? {}) as { limits?: unknown };
    return Array.isArray(limits) ? limits : [];
  };
  const { components } = coverage_rule as { components?: unknown };
  return [...listIn(coverage_rule), ...(Array.isArray(components) ? components.flatMap(listIn) : [])];
}

/** Keys of limits that are consistently others, in every guarantee that has them: a counter under another name. */
function keysOf(before: readonly CoverageGuarantee[], after: readonly CoverageGuarantee[]): Map<string, string> {
  const later = new Map(after.map((guarantee) => [guarantee.name, guarantee]));
  const found = new Map<string, string | null>();
  for (const guarantee of before) {
    const other = later.get(guarantee.name);
    const [was, is] = [limitsOf(guarantee), other ? limitsOf(other) : []];
    if (!other || was.length !== is.length) continue;
    was.forEach(({ key }, index) => {
      const next = is[index]!.key;
      if (typeof key !== "string" || typeof next !== "string") return;
      found.set(key, found.has(key) && found.get(key) !== next ? null : next);
    });
  }
  const targets = [...found.values()];
  return new Map([...found].flatMap(([key, next]) => (next !== null && next !== key && targets.indexOf(next) === targets.lastIndexOf(next) ? [[key, next]] : [])));
}

function withKeys(guarantees: CoverageGuarantee[], keys: ReadonlyMap<string, string>): CoverageGuarantee[] {
  if (keys.size === 0) return guarantees;
  const renamed = (field: string, value: unknown) => (field === "key" && typeof value === "string" ? (keys.get(value) ?? value) : value);
  return guarantees.map((guarantee) => ({ ...guarantee, coverage_rule: JSON.parse(JSON.stringify(guarantee.coverage_rule, renamed)) }));
}

// Into which lines is a row divided, so that in each every coverage pays by one rule? A condition that changes nothing is not asked.
import { both, dimensionsOf, type Filter, keyOf, stated, together } from "./regions.ts";

/** What pays under a filter, by a text that says how. */
export interface Entry { filter: Filter; form: string; guarantee: number }

/** `isRest`: of all other acts, which no filter says. `entries`: for each coverage those that hold. */
export interface Line { when: Filter; isRest: boolean; entries: Entry[][] }

type Parts = { parts: Filter[]; isOpen: boolean }[];

/** More parts than that are no table. */
const MOST_PARTS = 4_096;

/** For each coverage the entries of one care type. Null where a table would have too many lines. */
export function linesOf(coverages: readonly (readonly Entry[])[]): Line[] | null {
  const dimensions = joined(dimensionsOf(coverages.flat().map(({ filter }) => filter)));
  const parts = dimensions.reduce((product, dimension) => product * (dimension.parts.length + (dimension.isOpen ? 1 : 0)), 1);
  if (parts > MOST_PARTS) return null;
  return divided(coverages, dimensions, {}, []).filter(({ entries }) => entries.some((list) => list.length > 0));
}

/** Values of one text are parts of one dimension. */
function joined(dimensions: Parts): Parts {
  const practitioners = dimensions.filter(({ parts }) => parts[0]!.practitioner != null);
  if (practitioners.length < 2) return dimensions;
  return [...dimensions.filter((dimension) => !practitioners.includes(dimension)), { parts: practitioners.flatMap(({ parts }) => parts), isOpen: true }];
}

function divided(coverages: readonly (readonly Entry[])[], dimensions: Parts, closed: Filter, open: (Filter | null)[]): Line[] {
  const [dimension, ...others] = dimensions;
  if (!dimension) return [{ when: {}, isRest: false, entries: coverages.map((list) => list.filter(({ filter }) => holds(filter, closed, open))) }];
  const branches: { part: Filter | null; lines: Line[] }[] = dimension.parts.map((part) => ({
    part, lines: dimension.isOpen ? divided(coverages, others, closed, [...open, part]) : divided(coverages, others, both(closed, part) ?? closed, open),
  }));
  if (dimension.isOpen) branches.push({ part: null, lines: divided(coverages, others, closed, [...open, null]) });
  const kept: typeof branches = [];
  for (const branch of branches) {
    const last = kept.at(-1);
    const joint = last?.part && branch.part && formsOf(last.lines) === formsOf(branch.lines) ? together(last.part, branch.part) : null;
    if (last && joint) last.part = joint;
    else kept.push({ ...branch });
  }
  // Nothing depends on it.
  if (kept.every(({ lines }) => formsOf(lines) === formsOf(kept[0]!.lines))) return kept[0]!.lines;
  return kept.flatMap(({ part, lines }) =>
    lines.map((line) => (part ? { ...line, when: stated({ ...line.when, ...part }) } : { ...line, isRest: line.isRest || line.entries.some((list) => list.length > 0) })),
  );
}

function formsOf(lines: readonly Line[]): string {
  return JSON.stringify(lines.map(({ when, isRest, entries }) => [keyOf(when), isRest, entries.map((list) => list.map(({ form }) => form))]));
}

function holds(filter: Filter, closed: Filter, open: readonly (Filter | null)[]): boolean {
  const chosen = new Set(open.flatMap((part) => (part ? Object.entries(part).map((condition) => JSON.stringify(condition)) : [])));
  for (const [name, value] of Object.entries(stated(filter))) {
    const condition = { [name]: value } as Filter;
    const isClosed = name === "min_age" || name === "max_age" || typeof value === "boolean" || (name === "glasses_lens_complexities" && closed.glasses_lens_complexities != null);
    if (isClosed ? both(closed, condition) === null : !chosen.has(JSON.stringify([name, value]))) return false;
  }
  return true;
}

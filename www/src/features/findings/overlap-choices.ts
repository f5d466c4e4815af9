/**
 * Two guarantees claim the same acts: how could one of them give way? By a condition that leaves these acts out, by an exclude, or by going.
 *
 * Which of it settles the overlap is tried; what it does to other acts is shown with it.
 */
import type { ActRegion, CoverageCareTypeFilter, LoadedCoverage } from "../../engine/engine";
import { list } from "../common/counting";
import { conditionWords } from "../common/regions";
import { type Candidate, filterEdits, insertAfter, leaveOut, type Mapping, mappingAt, selectedBy, selectorOf } from "./candidates";
import { complement, conditionsOn, factsOf, type RegionFact, without } from "./filters";
import { type OverlapFinding, type Place, pointerOf } from "./findings";
import { typesWords } from "./region-words";
import { choiceWords } from "./words";

export function overlapCandidates(coverage: LoadedCoverage, { places, region }: OverlapFinding): Candidate[] {
  return places.flatMap((place) => yielding(coverage, place, region));
}

/** The mapping leaves the acts of the region to the other guarantee. */
function yielding(coverage: LoadedCoverage, place: Place, region: ActRegion): Candidate[] {
  const mapping = mappingAt(coverage, place);
  if (!mapping) return [];
  const { catalog } = coverage;
  const { conditions, care_types: careTypes } = region;
  const facts = factsOf(conditions);
  const isWhole = selectedBy(coverage, place).every((code) => careTypes.includes(code));
  const name = nameOf(coverage, place);
  const outside = leaveOut(place, mapping, catalog, careTypes);
  const added = (selector: Mapping["selector"], filters: readonly CoverageCareTypeFilter[]) =>
    filters.toReversed().map((filter) => insertAfter(place, { selector, filter }));
  /** The care types of the region under these filters; the others of the mapping stay as they are. */
  const apart = ([first, ...others]: readonly CoverageCareTypeFilter[]) =>
    isWhole
      ? [...filterEdits(place, mapping.filter, first!), ...added(mapping.selector, others)]
      : [...added(selectorOf(catalog, careTypes), [first!, ...others]), ...outside];
  const narrowed = facts.flatMap((fact): Candidate[] => {
    const filters = without(mapping.filter, fact, conditions);
    const [filter] = filters ?? [];
    if (!filters || !filter) return [];
    const words = () => list(filters.map((filter) => wordsOn(filter, fact)));
    const inPlace: Candidate = { title: () => choiceWords.limit(name, words()), operations: filterEdits(place, mapping.filter, filter) };
    const byParts: Candidate = {
      title: () => (isWhole ? choiceWords.limit(name, words()) : choiceWords.limitFor(name, typesWords(catalog, careTypes), words())),
      operations: apart(filters),
    };
    return [...(filters.length === 1 ? [inPlace] : []), ...(isWhole && filters.length === 1 ? [] : [byParts])];
  });
  const rest = facts.length > 1 ? complement(mapping.filter, conditions) : null;
  const exact: Candidate[] = rest && rest.length > 0 ? [{ title: () => choiceWords.takeOut(name), operations: apart(rest) }] : [];
  const last = isWhole ? removal(coverage, place) : { title: () => choiceWords.leaveOut(name, typesWords(catalog, careTypes)), operations: outside };
  return [...narrowed, ...exact, last];
}

function wordsOn(filter: CoverageCareTypeFilter, fact: RegionFact): string {
  return conditionWords(conditionsOn(filter, fact));
}

/** A guarantee without a mapping would cover nothing, so it goes with its last one. */
export function removal({ payload }: LoadedCoverage, place: Place): Candidate {
  const { name = "", care_type_mappings: mappings = [] } = payload.guarantees[place.guarantee] ?? {};
  if (mappings.length > 1) return { title: () => choiceWords.removeMapping(place.mapping + 1, name), operations: [{ op: "remove", path: pointerOf(place) }] };
  return { title: () => choiceWords.removeGuarantee(name), operations: [{ op: "remove", path: `/guarantees/${place.guarantee}` }] };
}

/** The mapping, where its guarantee has several. */
export function nameOf({ payload }: LoadedCoverage, place: Place): { guarantee: string; mapping: number | null } {
  const { name = "", care_type_mappings: mappings = [] } = payload.guarantees[place.guarantee] ?? {};
  return { guarantee: name, mapping: mappings.length > 1 ? place.mapping + 1 : null };
}

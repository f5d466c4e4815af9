/**
 * No guarantee covers some acts of care types that a guarantee selects: how could one of them? By a condition that asks for less, or by a
 * mapping for exactly these acts.
 */
import type { ActRegion, CoverageCareTypeFilter, LoadedCoverage } from "../../engine/engine";
import type { Operation } from "../../kit/json/patch";
import { conditionWords } from "../common/regions";
import { type Candidate, filterEdits, selectedBy, selectorOf } from "./candidates";
import { exactly, factsOf, including, type RegionFact } from "./filters";
import type { GapFinding, Place } from "./findings";
import { choiceWords } from "./words";

/** Of more guarantees that select the care types, the first ones are enough to choose from. */
const MOST_GUARANTEES = 3;

interface Selecting {
  guarantee: number;
  name: string;
  mappings: { place: Place; filter: CoverageCareTypeFilter }[];
}

export function gapCandidates(coverage: LoadedCoverage, { region, openFacts }: GapFinding): Candidate[] {
  const { conditions } = region;
  const facts = openFacts.filter((fact) => fact in conditions);
  return selecting(coverage, region).flatMap((one) => {
    const words = (fact: RegionFact) => conditionWords({ [fact]: conditions[fact] });
    const single = facts.map((fact): Candidate => ({ title: () => choiceWords.coverAlso(one.name, words(fact)), operations: widened(one, region, [fact]) }));
    const all: Candidate = { title: () => choiceWords.coverAlso(one.name, conditionWords(conditions)), operations: widened(one, region, factsOf(conditions)) };
    return [...single, ...(facts.length === 1 ? [] : [all]), ...own(coverage, one, region)].filter(({ operations }) => operations.length > 0);
  });
}

/** The guarantees that select all of these care types, with those of their mappings that select one of them. */
function selecting(coverage: LoadedCoverage, { care_types: careTypes }: ActRegion): Selecting[] {
  const all = coverage.payload.guarantees.flatMap(({ name, care_type_mappings: mappings }, guarantee) => {
    const types = new Set(coverage.careTypesOf(name));
    if (!careTypes.every((code) => types.has(code))) return [];
    const touched = mappings.flatMap(({ filter }, mapping) => {
      const selected = new Set(selectedBy(coverage, { guarantee, mapping }));
      return careTypes.some((code) => selected.has(code)) ? [{ place: { guarantee, mapping }, filter }] : [];
    });
    return [{ guarantee, name, mappings: touched }];
  });
  return all.slice(0, MOST_GUARANTEES);
}

function widened({ mappings }: Selecting, { conditions }: ActRegion, facts: readonly RegionFact[]): Operation[] {
  return mappings.flatMap(({ place, filter }) =>
    filterEdits(place, filter, facts.reduce((filter, fact) => including(filter, fact, conditions), filter)),
  );
}

/** A mapping for exactly these acts, where conditions can say which. */
function own(coverage: LoadedCoverage, { guarantee, name }: Selecting, { conditions, care_types }: ActRegion): Candidate[] {
  const filter = exactly(conditions);
  if (filter === null) return [];
  const value = { selector: selectorOf(coverage.catalog, care_types), filter };
  return [{ title: () => choiceWords.coverExactly(name), operations: [{ op: "add", path: `/guarantees/${guarantee}/care_type_mappings/-`, value }] }];
}

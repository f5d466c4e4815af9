/** What the analysis finds: on each guarantee its overlaps and gaps, and for the whole coverage what nobody selects. */
import { problemWords } from "../common/words";
import { findingWords } from "./words";
import { guaranteeName } from "../common/care-types";
import type { ComponentChildren } from "preact";
import type { CoverageAnalysis, LoadedCatalog, LoadedCoverage, Truncation } from "../../engine/engine";
import { findingsOf } from "./findings";
import { more, unfolding } from "../common/lists";
import { sentence } from "../common/problems";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import { fixedText } from "../text/marks";
import { applyFix } from "./fixes";
import { careTypeList, regionWords, tryButton } from "../common/region";

const SHOWN_FIRST = 5;
const MORE = 50;

/** How many there are, for the line of a guarantee that is folded. */
export function findingCounts(coverage: LoadedCoverage, guarantee: number): ComponentChildren {
  const { overlaps, gaps } = findingsOf(coverage, guarantee);
  return [
    overlaps.length > 0 && status("warn", findingWords.overlaps(overlaps.length)),
    gaps.length > 0 && status("open", findingWords.gaps(gaps.length)),
  ];
}

export function findings(state: State, coverage: LoadedCoverage, guarantee: number): ComponentChildren {
  const { overlaps, gaps } = findingsOf(coverage, guarantee);
  const { catalog } = coverage;
  const overlapList = `overlaps/${guarantee}`;
  const gapList = `gaps/${guarantee}`;
  const shownOverlaps = state.shown[overlapList] ?? SHOWN_FIRST;
  const shownGaps = state.shown[gapList] ?? SHOWN_FIRST;
  return (
    <>
      {overlaps.length > 0 && (
        <section class="mapping findings">
          <h4>{status("warn", findingWords.overlapsTitle)}</h4>
          <ul class="regions">
            {overlaps.slice(0, shownOverlaps).map(({ other, mapping, otherMapping, region }, index) => (
              <li>
                <div>
                  <p>
                    <strong>{guaranteeName(other)}</strong>{" "}
                    <span class="muted">{findingWords.overlapWith(mapping + 1, otherMapping + 1)}</span>
                  </p>
                  {regionWords(state, catalog, `${overlapList}/${index}`, region)}
                </div>
                {tryButton(catalog, region)}
              </li>
            ))}
          </ul>
          {more(overlapList, overlaps.length, shownOverlaps, MORE)}
        </section>
      )}
      {gaps.length > 0 && (
        <section class="mapping findings">
          <h4>{status("open", findingWords.gapsTitle)}</h4>
          <p class="hint">{findingWords.gapsHint}</p>
          <ul class="regions">
            {gaps.slice(0, shownGaps).map((region, index) => (
              <li>
                <div>{regionWords(state, catalog, `${gapList}/${index}`, region)}</div>
                {tryButton(catalog, region)}
              </li>
            ))}
          </ul>
          {more(gapList, gaps.length, shownGaps, MORE)}
        </section>
      )}
    </>
  );
}

/** Said on a mapping that could go, with the fix that takes it away. */
export function redundancy(coverage: LoadedCoverage, results: Results, pointer: string): ComponentChildren {
  const redundant = coverage.analysis().redundant.find((redundant) => redundant.pointer === pointer);
  if (!redundant) return null;
  const problem = results.problems.find((problem) => problem.code === "redundant_mapping" && problem.pointer === pointer);
  const fix = problem?.fix && fixedText(results.text, problem.fix) !== null ? problem.fix : null;
  return (
    <div class="redundant">
      <p>{status("warn", findingWords.redundant[redundant.reason])}</p>
      {fix && (
        <p>
          <button type="button" onClick={() => applyFix(results.text, fix, null)}>
            {problemWords.fix.remove}
          </button>
        </p>
      )}
    </div>
  );
}

export function unselected(
  state: State,
  { catalog }: LoadedCoverage,
  { unselected_care_types: careTypes }: CoverageAnalysis,
): ComponentChildren {
  if (careTypes.length === 0) return null;
  return unfolding(state, "unselected", { class: "card" }, findingWords.unselected(careTypes.length), () =>
    careTypeList(state, catalog, "unselected", careTypes, findingWords.unselectedTypes),
  );
}

/** A bound was reached: what is shown is right, but not all of it. */
export function truncation(state: State, catalog: LoadedCatalog, truncated: Truncation, title: string): ComponentChildren {
  if (truncated === null) return null;
  const { care_types, reason } = truncated;
  return (
    <div class="card open-card">
      <p>{status("open", title)}</p>
      <p>{sentence(findingWords.truncatedWords(reason, care_types.length))}</p>
      {care_types.length > 0 &&
        unfolding(state, `unfinished/${title}`, {}, findingWords.unfinished, () =>
          careTypeList(state, catalog, `unfinished/${title}`, care_types, findingWords.unfinishedTypes),
        )}
    </div>
  );
}

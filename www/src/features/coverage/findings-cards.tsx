/** What the analysis finds: on each guarantee its overlaps and gaps, and for the whole coverage what nobody selects. */
import { batch } from "@preact/signals";
import type { CoverageAnalysis, LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { focusOn } from "../../store/page";
import { problems } from "../../store/readings";
import { documents } from "../../store/work";
import { GuaranteeName } from "../common/care-types";
import { More, Unfolding } from "../common/lists";
import { CareTypeList, RegionWords, TryButton } from "../common/region";
import { applyFix, type Fix, fixOf } from "../text/actions";
import { findingsOf } from "./findings";
import { analysis } from "./model";
import { findingWords } from "./words";

const SHOWN_FIRST = 5;
const MORE = 50;

/** How many there are, for the line of a guarantee that is folded. */
export function FindingCounts({ guarantee }: { guarantee: number }) {
  const { overlaps, gaps } = findingsOf(guarantee);
  return (
    <>
      {overlaps.length > 0 && <Status tone="warn" word={findingWords.overlaps(overlaps.length)} />}
      {gaps.length > 0 && <Status tone="open" word={findingWords.gaps(gaps.length)} />}
    </>
  );
}

export function Findings({ coverage, guarantee }: { coverage: LoadedCoverage; guarantee: number }) {
  const { overlaps, gaps } = findingsOf(guarantee);
  const { catalog } = coverage;
  const overlapList = `overlaps/${guarantee}`;
  const gapList = `gaps/${guarantee}`;
  const shownOverlaps = listState(overlapList).shown.value ?? SHOWN_FIRST;
  const shownGaps = listState(gapList).shown.value ?? SHOWN_FIRST;
  return (
    <>
      {overlaps.length > 0 && (
        <section class="mapping findings">
          <h4>
            <Status tone="warn" word={findingWords.overlapsTitle} />
          </h4>
          <ul class="regions">
            {overlaps.slice(0, shownOverlaps).map(({ other, mapping, otherMapping, region }, index) => (
              <li>
                <div>
                  <p>
                    <strong>
                      <GuaranteeName name={other} />
                    </strong>{" "}
                    <span class="muted">{findingWords.overlapWith(mapping + 1, otherMapping + 1)}</span>
                  </p>
                  <RegionWords catalog={catalog} place={`${overlapList}/${index}`} region={region} />
                </div>
                <TryButton catalog={catalog} region={region} />
              </li>
            ))}
          </ul>
          <More list={overlapList} length={overlaps.length} shown={shownOverlaps} step={MORE} />
        </section>
      )}
      {gaps.length > 0 && (
        <section class="mapping findings">
          <h4>
            <Status tone="open" word={findingWords.gapsTitle} />
          </h4>
          <p class="hint">{findingWords.gapsHint}</p>
          <ul class="regions">
            {gaps.slice(0, shownGaps).map((region, index) => (
              <li>
                <div>
                  <RegionWords catalog={catalog} place={`${gapList}/${index}`} region={region} />
                </div>
                <TryButton catalog={catalog} region={region} />
              </li>
            ))}
          </ul>
          <More list={gapList} length={gaps.length} shown={shownGaps} step={MORE} />
        </section>
      )}
    </>
  );
}

/** Said on a mapping that could go, with the fix that takes it away. */
export function Redundancy({ guarantee, mapping }: { guarantee: number; mapping: number }) {
  const pointer = `/guarantees/${guarantee}/care_type_mappings/${mapping}`;
  const redundant = analysis.value?.redundant.find((redundant) => redundant.pointer === pointer);
  if (!redundant) return null;
  const { coverage } = documents;
  const text = coverage.read.value;
  const problem = problems.value.find((problem) => problem.code === "redundant_mapping" && problem.pointer === pointer);
  const fix = problem ? fixOf(problem) : null;
  return (
    <div class="redundant">
      <p>
        <Status tone="warn" word={findingWords.redundant[redundant.reason]} />
      </p>
      {fix && (
        <p>
          <button type="button" onClick={() => removeMapping(text, fix, guarantee)}>
            {fix.title}
          </button>
        </p>
      )}
    </div>
  );
}

/** The button goes with the mapping, so the line of its guarantee takes the focus. */
function removeMapping(text: string, fix: Fix, guarantee: number): void {
  batch(() => {
    applyFix(documents.coverage, text, fix, null);
    focusOn(guaranteeLineId(guarantee));
  });
}

export function guaranteeLineId(guarantee: number): string {
  return `guarantee-${guarantee}`;
}

export function Unselected({
  coverage: { catalog },
  analysis: { unselected_care_types: careTypes },
}: {
  coverage: LoadedCoverage;
  analysis: CoverageAnalysis;
}) {
  if (careTypes.length === 0) return null;
  return (
    <Unfolding part="unselected" class="card" summary={findingWords.unselected(careTypes.length)}>
      {() => <CareTypeList catalog={catalog} list="unselected" careTypes={careTypes} words={findingWords.unselectedTypes} />}
    </Unfolding>
  );
}

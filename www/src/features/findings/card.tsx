/** What the analysis finds about one guarantee, on its card; and for the whole coverage what nobody selects. */
import type { CoverageAnalysis, LoadedCoverage } from "../../engine/engine";
import { Status } from "../../kit/status";
import { useEditor } from "../common/editor";
import { More, Unfolding } from "../common/lists";
import { CareTypeList, RegionWords, TryButton } from "../common/region";
import { SEVERITY_TONES } from "../common/problems";
import { AcceptButton } from "./accept-form";
import { areCurrent, findingsOf } from "./by-guarantee";
import { Choices } from "./choices-list";
import type { OverlapFinding } from "./findings";
import { guaranteeAt } from "./findings";
import { SEVERITIES } from "./model";
import { GuaranteeLink } from "./place";
import { Gap } from "./probably-meant";
import { actsWords } from "./region-words";
import { findingWords, worklistWords } from "./words";

const SHOWN_FIRST = 5;
const MORE = 20;

/** How many there are, for the line of a guarantee that is folded. */
export function FindingCounts({ guarantee }: { guarantee: number }) {
  const editor = useEditor();
  const { overlaps, gaps } = findingsOf(editor, guarantee);
  const here = editor.problems.value.filter(({ code, pointer, accepted }) => accepted === undefined && code !== "gap" && code !== "overlap" && guaranteeAt(pointer) === guarantee);
  return (
    <>
      {SEVERITIES.map((severity) => {
        const number = here.filter((problem) => problem.severity === severity).length;
        return number > 0 && <Status tone={SEVERITY_TONES[severity]} word={worklistWords.severities[severity](number)} />;
      })}
      {overlaps.length > 0 && <Status tone="overlap" word={findingWords.overlaps(overlaps.length)} />}
      {gaps.length > 0 && <Status tone="gap" word={findingWords.gaps(gaps.length)} />}
    </>
  );
}

export function Findings({ coverage, guarantee }: { coverage: LoadedCoverage; guarantee: number }) {
  const editor = useEditor();
  const { overlaps, gaps } = findingsOf(editor, guarantee);
  const overlapList = `overlaps/${guarantee}`;
  const gapList = `gaps/${guarantee}`;
  const shownOverlaps = editor.listState(overlapList).shown.value ?? SHOWN_FIRST;
  const shownGaps = editor.listState(gapList).shown.value ?? SHOWN_FIRST;
  return (
    <>
      {overlaps.length > 0 && (
        <section class="mapping findings">
          <h4>
            <Status tone="overlap" word={findingWords.overlapsTitle} />
          </h4>
          <ul class="regions">
            {overlaps.slice(0, shownOverlaps).map((overlap) => (
              <li key={overlap.key}>
                <Overlap overlap={overlap} coverage={coverage} guarantee={guarantee} />
              </li>
            ))}
          </ul>
          <More list={overlapList} length={overlaps.length} shown={shownOverlaps} step={MORE} />
        </section>
      )}
      {gaps.length > 0 && (
        <section class="mapping findings">
          <h4>
            <Status tone="gap" word={findingWords.gapsTitle} />
          </h4>
          <p class="hint">{findingWords.gapsHint}</p>
          <ul class="regions">
            {gaps.slice(0, shownGaps).map((gap) => (
              <li key={gap.key}>
                <Gap gap={gap} coverage={coverage} at={{ card: guarantee }} />
              </li>
            ))}
          </ul>
          <More list={gapList} length={gaps.length} shown={shownGaps} step={MORE} />
        </section>
      )}
    </>
  );
}

function Overlap({ overlap, coverage, guarantee }: { overlap: OverlapFinding; coverage: LoadedCoverage; guarantee: number }) {
  const editor = useEditor();
  const { catalog } = coverage;
  const { key, places, region } = overlap;
  const [own, other] = places[0].guarantee === guarantee ? places : places.toReversed();
  const words = actsWords(catalog, region);
  return (
    <div class="finding">
      <p class="place">
        <GuaranteeLink index={other!.guarantee} />
        <span class="muted">{findingWords.overlapWith(own!.mapping + 1, other!.mapping + 1)}</span>
      </p>
      <RegionWords catalog={catalog} place={`card/${guarantee}/${key}`} region={region} />
      <p class="bar">
        <AcceptButton findings={[overlap]} at={{ card: guarantee }} what={words} />
        <TryButton catalog={catalog} region={region} />
      </p>
      {areCurrent(editor).value && (
        <Unfolding part={`settle/${guarantee}/${key}`} class="cover" summary={worklistWords.choices}>
          {() => <Choices finding={overlap} at={{ card: guarantee }} what={words} />}
        </Unfolding>
      )}
    </div>
  );
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

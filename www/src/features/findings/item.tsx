/** A finding: what it is, where, and what would settle it. */
import type { ComponentChildren } from "preact";
import type { LoadedCoverage } from "../../engine/engine";
import { Status, type Tone } from "../../kit/status";
import { useEditor } from "../common/editor";
import { RegionWords, TryButton } from "../common/region";
import { SEVERITY_TONES, sentence } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import { AcceptButton } from "./accept-form";
import { canBeAccepted } from "./acceptances";
import type { ListedAt } from "./actions";
import { Choices } from "./choices-list";
import { codeName } from "./code-words";
import { findingSentence } from "./finding-words";
import { type Finding, type OverlapFinding, pointerOf, type ProblemFinding } from "./findings";
import { firstLineOf, GuaranteeLink, LineLink, Place, spanOf } from "./place";
import { actsWords } from "./region-words";
import { worklistWords } from "./words";

interface Props {
  finding: Finding;
  /** As it could last be read; null where it never could. */
  coverage: LoadedCoverage | null;
  at: ListedAt;
}

export function FindingItem({ finding, coverage, at }: Props) {
  if (finding.kind === "problem") return <Problem finding={finding} at={at} />;
  return finding.kind === "overlap" && coverage ? <Overlap finding={finding} coverage={coverage} at={at} /> : null;
}

/** The status in front, the rest next to it. */
export function Framed({ tone, word, children }: { tone: Tone; word: string; children: ComponentChildren }) {
  return (
    <>
      <Status tone={tone} word={word} />
      <div class="finding">{children}</div>
    </>
  );
}

function Problem({ finding, at }: { finding: ProblemFinding; at: ListedAt }) {
  const editor = useEditor();
  const { code, severity, pointer, mark, related } = finding.problem;
  const words = findingSentence(finding);
  const text = editor.documents.coverage.read.value;
  const isOverlap = code === "overlap";
  return (
    <Framed tone={isOverlap ? "overlap" : SEVERITY_TONES[severity]} word={isOverlap ? worklistWords.overlap : problemWords.severity[severity]}>
      <p>{sentence(words)}</p>
      <Place pointer={pointer} span={mark} line={mark.line} />
      {related.map((other) => (
        <div class="related">
          <p>{problemWords.related(plainSentence(other.message))}</p>
          <Place pointer={other.pointer} span={firstLineOf(text, other.range)} line={other.range.line} />
        </div>
      ))}
      <Choices finding={finding} at={at} what={plainSentence(words)} />
      {canBeAccepted(finding) && <AcceptButton findings={[finding]} at={at} what={codeName(code)} isKind />}
    </Framed>
  );
}

/** By its acts, and by the two guarantees that cover them. */
function Overlap({ finding, coverage, at }: { finding: OverlapFinding; coverage: LoadedCoverage; at: ListedAt }) {
  const { region } = finding;
  return (
    <Framed tone="overlap" word={worklistWords.overlap}>
      <OverlapWords finding={finding} coverage={coverage} />
      <Choices finding={finding} at={at} what={worklistWords.overlap} />
      <p class="bar">
        <TryButton catalog={coverage.catalog} region={region} />
        <AcceptButton findings={[finding]} at={at} what={actsWords(coverage.catalog, region)} />
      </p>
    </Framed>
  );
}

export function OverlapWords({ finding, coverage }: { finding: OverlapFinding; coverage: LoadedCoverage }) {
  const editor = useEditor();
  const { key, places, region } = finding;
  return (
    <>
      <p>{worklistWords.overlapOf}</p>
      <RegionWords catalog={coverage.catalog} place={`findings/${key}`} region={region} />
      {places.map((place) => {
        const line = spanOf(editor, pointerOf(place));
        return (
          <p class="place">
            <GuaranteeLink index={place.guarantee} />
            <span>{problemWords.mapping(place.mapping + 1)}</span>
            {line && <LineLink {...line} pointer={pointerOf(place)} />}
          </p>
        );
      })}
    </>
  );
}

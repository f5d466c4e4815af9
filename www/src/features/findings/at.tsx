/**
 * What is found at a place of the coverage, for the control or the card that edits it.
 *
 *     <ProblemsAt pointer="/guarantees/0/name" />         // at the control of the name
 *     <ProblemsAt pointer="/guarantees/0" deep />         // on the card: whatever no control of it shows
 */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../../kit/status";
import { perEditor } from "../../store/editor/per-editor";
import { useEditor } from "../common/editor";
import { sentence, SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import type { ListedAt } from "./actions";
import { Choices } from "./choices-list";
import { findingSentence } from "./finding-words";
import { guaranteeAt, problemFindings } from "./findings";

interface Shown {
  pointer: string;
  deep: boolean;
}

/** The places that something on the page shows; a finding is shown at the innermost one. */
const placesShown = perEditor(() => signal<readonly Shown[]>([]));

export function ProblemsAt({ pointer, deep = false }: { pointer: string; deep?: boolean }) {
  const editor = useEditor();
  const shown = placesShown(editor);
  useEffect(() => {
    const own = { pointer, deep };
    shown.value = [...shown.peek(), own];
    return () => {
      shown.value = shown.peek().filter((other) => other !== own);
    };
  }, [shown, pointer, deep]);
  const here = editor.problems.value.filter(({ code, accepted, pointer: place }) => {
    if (accepted !== undefined || code === "gap" || code === "overlap" || code === "stale_acceptance") return false;
    return isIn(place, { pointer, deep }) && !shown.value.some((other) => isIn(place, other) && isInner(other, { pointer, deep }));
  });
  if (here.length === 0) return null;
  return (
    <ul class="problems-at">
      {problemFindings(here).map((finding) => {
        const { problem } = finding;
        const words = plainSentence(findingSentence(finding));
        return (
          <li key={finding.key} class={problem.severity}>
            <Icon tone={SEVERITY_TONES[problem.severity]} />
            <div class="finding">
              <p>
                <span class="visually-hidden">{`${problemWords.severity[problem.severity]}. `}</span>
                {sentence(findingSentence(finding))}
              </p>
              <Choices finding={finding} at={cardAt(problem.pointer)} what={words} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function cardAt(pointer: string): ListedAt {
  const guarantee = guaranteeAt(pointer);
  return guarantee === null ? null : { card: guarantee };
}

function isIn(place: string, { pointer, deep }: Shown): boolean {
  return place === pointer || (deep && place.startsWith(`${pointer}/`));
}

/** Of two places on the way to a finding, the longer one is nearer; of one place, the one that shows it alone. */
function isInner(one: Shown, other: Shown): boolean {
  return one.pointer.length > other.pointer.length || (one.pointer === other.pointer && !one.deep && other.deep);
}

/** What is shown where the engine has failed and gives no answer? A sentence, what to do, and the way to ask again. */
import { batch, computed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useErrorBoundary, useRef } from "preact/hooks";
import { EngineFailure, type FailureCode } from "../../engine/failure";
import { Status } from "../../kit/status";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { useEditor } from "./editor";
import { failureWords } from "./words";

export function FailureCard({ code }: { code: FailureCode }) {
  return (
    <div class="card bad-card">
      <p>
        <Status tone="bad" word={failureWords.title} />
      </p>
      <FailureHelp code={code} />
    </div>
  );
}

export function FailureHelp({ code }: { code: FailureCode }) {
  const editor = useEditor();
  return (
    <>
      <p>{failureWords.help[code]}</p>
      <p>
        <button type="button" onClick={() => tryAgain(editor)}>
          {failureWords.retry}
        </button>
      </p>
    </>
  );
}

/** All texts are read again. What was replaced can still be brought back. */
function tryAgain({ attempt, notice }: Editor): void {
  const step = notice.value?.step;
  batch(() => {
    attempt.value = {};
    notice.value = step === undefined ? null : { tone: "done", text: failureWords.again, step };
  });
}

/** Another object whenever an answer may be another. */
const answers = perEditor(({ attempt, changes, catalog, coverage, compiled }) => computed(() => [attempt.value, changes.value, catalog.value, coverage.value, compiled.value]));

/** A part of a view, or in its place that the engine failed at it; until something changes that it was asked about. */
export function OrFailure({ children }: { children: ComponentChildren }) {
  const asked = answers(useEditor());
  const failedAt = useRef<unknown>(null);
  const [error, reset] = useErrorBoundary(() => {
    failedAt.current = asked.peek();
  });
  if (error === undefined || error === null) return <>{children}</>;
  if (!(error instanceof EngineFailure)) throw error;
  if (asked.value === failedAt.current) return <FailureCard code={error.code} />;
  reset();
  return <>{children}</>;
}

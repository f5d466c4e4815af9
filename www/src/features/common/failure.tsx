/** What is shown where the engine has failed and gives no answer? A sentence, what to do, and the way to ask again. */
import { failureWords } from "./words";
import type { ComponentChildren } from "preact";
import { EngineFailure, type FailureCode } from "../../engine/failure";
import { getState, update } from "../../store/state";
import { status } from "../../kit/status";

export function failureCard(code: FailureCode): ComponentChildren {
  return (
    <div class="card bad-card">
      <p>{status("bad", failureWords.title)}</p>
      {failureHelp(code)}
    </div>
  );
}

export function failureHelp(code: FailureCode): ComponentChildren {
  return (
    <>
      <p>{failureWords.help[code]}</p>
      <p>
        <button type="button" onClick={tryAgain}>
          {failureWords.retry}
        </button>
      </p>
    </>
  );
}

/** All texts are read again. What was replaced can still be brought back. */
function tryAgain(): void {
  const undo = getState().notice?.undo;
  update({ attempt: {}, notice: undo ? { tone: "done", text: failureWords.again, undo } : null });
}

/** A part of a view, or in its place that the engine failed at it. */
export function orFailure(part: () => ComponentChildren): ComponentChildren {
  try {
    return part();
  } catch (error) {
    if (error instanceof EngineFailure) return failureCard(error.code);
    throw error;
  }
}

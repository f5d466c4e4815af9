/** What is shown where the engine has failed and gives no answer? A sentence, what to do, and the way to ask again. */
import type { ComponentChildren } from "preact";
import { EngineFailure, type FailureCode } from "../engine-failure";
import { messages as m } from "../messages";
import { getState, update } from "../state";
import { status } from "../status";

export function failureCard(code: FailureCode): ComponentChildren {
  return (
    <div class="card bad-card">
      <p>{status("bad", m.failure.title)}</p>
      {failureHelp(code)}
    </div>
  );
}

export function failureHelp(code: FailureCode): ComponentChildren {
  return (
    <>
      <p>{m.failure.help[code]}</p>
      <p>
        <button type="button" onClick={tryAgain}>
          {m.failure.retry}
        </button>
      </p>
    </>
  );
}

/** All texts are read again. What was replaced can still be brought back. */
function tryAgain(): void {
  const undo = getState().notice?.undo;
  update({ attempt: {}, notice: undo ? { tone: "done", text: m.failure.again, undo } : null });
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

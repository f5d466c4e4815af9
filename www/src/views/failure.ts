/** What is shown where the engine has failed and gives no answer? A sentence, what to do, and the way to ask again. */
import { h, type Child } from "../dom";
import { EngineFailure, type FailureCode } from "../engine-failure";
import { messages as m } from "../messages";
import { getState, update } from "../state";
import { status } from "../status";

export function failureCard(code: FailureCode): Child {
  return h("div", { class: "card bad-card" },
    h("p", {}, status("bad", m.failure.title)),
    failureHelp(code));
}

export function failureHelp(code: FailureCode): Child {
  return [
    h("p", {}, m.failure.help[code]),
    h("p", {}, h("button", { type: "button", onclick: tryAgain }, m.failure.retry)),
  ];
}

/** All texts are read again. What was replaced can still be brought back. */
function tryAgain(): void {
  const undo = getState().notice?.undo;
  update({ attempt: {}, notice: undo ? { tone: "done", text: m.failure.again, undo } : null });
}

/** A part of a view, or in its place that the engine failed at it. */
export function orFailure(part: () => Child): Child {
  try {
    return part();
  } catch (error) {
    if (error instanceof EngineFailure) return failureCard(error.code);
    throw error;
  }
}

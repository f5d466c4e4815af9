/** What the version that is being published would have cost for the last file of claims; nobody has to wait for it. */
import { useEffect } from "preact/hooks";
import { close } from "../../kit/dialog";
import { costWords } from "../simulate/cost-words";
import { gate } from "./gate";

export function Claims() {
  useEffect(() => gate.start(), []);
  const state = gate.state.value;
  const words = costWords.gate;
  return (
    <div class="publish-claims" role="status">
      {state.state === "none" && (
        <p class="muted">
          {words.none}{" "}
          <a href="#simulate" onClick={close}>
            {words.toSimulate}
          </a>
        </p>
      )}
      {state.state === "ready" && (
        <p>
          <strong>{words.title(state.file)}</strong> {state.words}
        </p>
      )}
      {state.state !== "none" && state.state !== "ready" && <p class="muted">{words[state.state](state.file)}</p>}
    </div>
  );
}

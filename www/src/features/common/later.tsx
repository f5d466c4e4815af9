/** A view that is fetched when it is opened first: what stands there until then, and when it cannot be fetched? */
import { laterWords } from "./words";
import type { ComponentChildren } from "preact";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";

export type ViewFunction = (state: State, results: Results) => ComponentChildren;

/** `redraw` is called when what stands there has changed. */
export function laterView(fetch: () => Promise<ViewFunction>, redraw: () => void): ViewFunction {
  let view: ViewFunction | "loading" | "failed" | null = null;
  return (state, results) => {
    if (view === null) {
      view = "loading";
      void fetch()
        .then(
          (fetched) => (view = fetched),
          () => (view = "failed"),
        )
        .then(redraw);
    }
    if (typeof view === "function") return view(state, results);
    if (view === "loading")
      return (
        <p class="empty" role="status">
          {laterWords.loading}
        </p>
      );
    return (
      <div class="card bad-card" role="alert">
        <p>{laterWords.failed}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {laterWords.retry}
          </button>
        </p>
      </div>
    );
  };
}

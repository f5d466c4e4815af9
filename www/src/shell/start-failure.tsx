/** Which sentence is on the page when the engine cannot start? */
import { render } from "preact";
import { startFailureWords } from "./start-words";

export function showStartFailure(page: Element, cause: unknown): void {
  const reasons =
    typeof WebAssembly === "undefined"
      ? [startFailureWords.noWebAssembly]
      : [startFailureWords.checkNetwork, startFailureWords.checkPolicy];
  page.replaceChildren();
  render(
    <main class="boot">
      <div role="alert">
        <h1>{startFailureWords.title}</h1>
        <p>{startFailureWords.lead}</p>
        <ul>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p class="muted">{startFailureWords.cause(cause instanceof Error ? cause.message : String(cause))}</p>
        <p>
          <button class="primary" onClick={() => location.reload()}>
            {startFailureWords.retry}
          </button>
        </p>
      </div>
    </main>,
    page,
  );
}

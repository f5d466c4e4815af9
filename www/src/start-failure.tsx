/** Which sentence stands on the page when the engine cannot start? */
import { render } from "preact";
import { messages as m } from "./messages";

export function showStartFailure(page: Element, cause: unknown): void {
  const reasons =
    typeof WebAssembly === "undefined" ? [m.startFailure.noWebAssembly] : [m.startFailure.checkNetwork, m.startFailure.checkPolicy];
  page.replaceChildren();
  render(
    <main class="boot">
      <div role="alert">
        <h1>{m.startFailure.title}</h1>
        <p>{m.startFailure.lead}</p>
        <ul>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p class="muted">{m.startFailure.cause(cause instanceof Error ? cause.message : String(cause))}</p>
        <p>
          <button class="primary" onClick={() => location.reload()}>
            {m.startFailure.retry}
          </button>
        </p>
      </div>
    </main>,
    page,
  );
}

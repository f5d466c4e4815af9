/** Which sentence is on the page when the engine cannot start? */
import { render } from "preact";
import { preferredLanguage } from "../store/language";
import { startFailureWords } from "./start-words";

export function showStartFailure(page: Element, cause: unknown): void {
  const words = startFailureWords[preferredLanguage()];
  document.documentElement.lang = preferredLanguage();
  const reasons =
    typeof WebAssembly === "undefined"
      ? [words.noWebAssembly]
      : [words.checkNetwork, words.checkPolicy];
  page.replaceChildren();
  render(
    <main class="boot">
      <div role="alert">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <ul>
          {reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ul>
        <p class="muted">{words.cause(cause instanceof Error ? cause.message : String(cause))}</p>
        <p>
          <button class="primary" onClick={() => location.reload()}>
            {words.retry}
          </button>
        </p>
      </div>
    </main>,
    page,
  );
}

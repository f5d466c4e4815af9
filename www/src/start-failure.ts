/** Which sentence stands on the page when the engine cannot start? */
import { h, render } from "./dom";
import { messages as m } from "./messages";

export function showStartFailure(page: Element, cause: unknown): void {
  const reasons =
    typeof WebAssembly === "undefined" ? [m.startFailure.noWebAssembly] : [m.startFailure.checkNetwork, m.startFailure.checkPolicy];
  render(page, [
    h("main", { class: "boot", role: "alert" },
      h("h1", {}, m.startFailure.title),
      h("p", {}, m.startFailure.lead),
      h("ul", {}, reasons.map((reason) => h("li", {}, reason))),
      h("p", { class: "muted" }, m.startFailure.cause(cause instanceof Error ? cause.message : String(cause))),
      h("p", {}, h("button", { class: "primary", onclick: () => location.reload() }, m.startFailure.retry)),
    ),
  ]);
}

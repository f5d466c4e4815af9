/** What stands on a view while there is nothing to show? The ways to load something. */
import { h, type Child } from "../dom";
import { sources } from "../header";
import { messages as m } from "../messages";

/** `other`: a way that only this view offers. */
export function startPanel(lead: string, other?: Child): Child {
  return h("section", { class: "start" },
    h("h2", {}, m.start.title),
    h("p", {}, lead),
    h("div", { class: "bar" }, sources("example"), other),
    h("p", { class: "hint" }, m.loaded.openHint));
}

/** How does an act that shows something come into the Act view? */
import { fromAct } from "./act-draft";
import type { CareAct } from "./engine";
import { messages as m } from "./messages";
import { getState, replaceWork } from "./state";

/** The act form is filled with the act, and its outcome has the focus. What stood there can be brought back. */
export function tryAct(act: CareAct, words = m.region.tried): void {
  location.hash = "act";
  replaceWork({ ...getState().work, draft: fromAct(act) }, words, { view: "act", outcomeFocus: {} });
}

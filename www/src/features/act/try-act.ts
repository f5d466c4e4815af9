/** How does an act that shows something come into the Act view? */
import { regionWords } from "../common/words";
import { fromAct } from "./draft";
import type { CareAct } from "../../engine/engine";
import { getState, replaceWork } from "../../store/state";

/** The act form is filled with the act, and its outcome has the focus. What stood there can be brought back. */
export function tryAct(act: CareAct, words = regionWords.tried): void {
  location.hash = "act";
  replaceWork({ ...getState().work, draft: fromAct(act) }, words, { view: "act", outcomeFocus: {} });
}

/** How does an act that shows something come into the Act view? */
import { batch } from "@preact/signals";
import type { CareAct } from "../../engine/engine";
import type { Acts } from "../../store/editor/editor";
import { view } from "../../store/page";
import type { ActDraft } from "../../store/types";
import { replaceWork } from "../../store/replace";
import { draft } from "../../store/work";
import { regionWords } from "../common/act-words";
import { fromAct, withCareType } from "./draft";
import { outcomeFocus } from "./model";

/** The act form is filled with the act, and its outcome has the focus. What was there can be brought back. */
export function tryAct(act: CareAct, words = regionWords.tried): void {
  openAct(fromAct(act), words);
}

/** `yearAct`: where in the acts of the year it is. */
export function openAct(draft: ActDraft, words: string, yearAct: number | null = null): void {
  location.hash = "act";
  // A list that it comes from may be long.
  if (view.peek() !== "act") scrollTo(0, 0);
  batch(() => {
    replaceWork({ draft, yearAct }, words);
    view.value = "act";
    outcomeFocus.value = {};
  });
}

/** The Act view, as an editor of a coverage leads to it. */
export const acts: Acts = {
  address: "#act",
  tryAct,
  takeCareType: (catalog, careType) => {
    draft.value = withCareType(draft.value, careType, catalog);
  },
};

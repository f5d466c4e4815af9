/** The coverage in hand as the page edits it: of its work, with its one history. */
import { computed, signal } from "@preact/signals";
import type { CareTypeSynonyms } from "../engine/engine";
import { coverageMode } from "./coverage-mode";
import { changesOf, editorOf } from "./editor/editor";
import { history } from "./history";
import { lists } from "./lists";
import { attempt, dialog, focus, lastFix, notice, view } from "./page";
import { documents, nonConventioned, numbersIn, work } from "./work";

/** Other words for care types and groups. They come with the examples, once, and do nothing for codes that a catalogue has not. */
export const synonyms = signal<readonly CareTypeSynonyms[]>([]);

/** What every catalogue of the page is read with. */
export const readWith = { nonConventioned: computed(() => numbersIn(nonConventioned.value)), synonyms, attempt };

const texts = changesOf(Object.values(documents));

export const pageEditor = editorOf({
  documents,
  ...readWith,
  history,
  notice,
  lastFix,
  changes: computed(() => [work.value, texts.value]),
  surroundings: {
    // The shell knows it.
    acts: null,
    comeToFront: () => {
      location.hash = "coverage";
      view.value = "coverage";
    },
    save: () => {
      dialog.value = "versions";
    },
    reload: () => location.reload(),
    label: signal(""),
  },
  ...lists,
  ...focus,
  ...coverageMode,
});

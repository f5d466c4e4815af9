/** The words around the views. */
import type * as en from "./words.en";

export const shellWords: typeof en.shellWords = {
  name: "care-coverage",
  title: (view: string) => `${view} – care-coverage`,
  skip: "Skip to the content",
  views: { label: "Views", coverage: "Coverage", catalogue: "Catalogue", act: "Act", compare: "Compare", year: "Year", batch: "Batch", dispense: "Dispense" },
  language: "Langue",
  theme: { label: "Theme", system: "System", light: "Light", dark: "Dark" },
  footer: (version: string) =>
    `care-coverage ${version}. Everything runs in this browser: nothing you open, paste or type is sent anywhere.`,
  notice: {
    label: "Message",
    dismiss: "Dismiss",
    redo: "Rétablir",
    undo: "Undo",
    undone: "Annulé.",
    undoneStep: (words: string) => `Annulé\u00a0: ${words}`,
    redone: "Rétabli.",
    notKept: "This is too large, or the browser keeps nothing for this page: it will be gone after a reload. Keep your files.",
  },
};

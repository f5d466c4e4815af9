/** The words around the views. */

export const shellWords = {
  name: "care-coverage",
  title: (view: string) => `${view} – care-coverage`,
  skip: "Skip to the content",
  views: { label: "Views", coverage: "Coverage", catalogue: "Catalogue", act: "Act", compare: "Compare", year: "Year", batch: "Batch", dispense: "Dispense" },
  language: "Language",
  theme: { label: "Theme", system: "System", light: "Light", dark: "Dark" },
  footer: (version: string) =>
    `care-coverage ${version}. Everything runs in this browser: nothing you open, paste or type is sent anywhere.`,
  notice: {
    label: "Message",
    dismiss: "Dismiss",
    redo: "Redo",
    undo: "Undo",
    undone: "Undone.",
    undoneStep: (words: string) => `Undone: ${words}`,
    redone: "Done again.",
    notKept: "This is too large, or the browser keeps nothing for this page: it will be gone after a reload. Keep your files.",
  },
};

/** The words around the views. */

export const shellWords = {
  name: "care-coverage",
  title: (view: string) => `${view} – care-coverage`,
  skip: "Skip to the content",
  views: { label: "Views", coverage: "Coverage", catalogue: "Catalogue", table: "Table", act: "Act", compliance: "Compliance", compare: "Compare", year: "Year", simulate: "Simulate", dispense: "Dispense" },
  language: "Language",
  languageFailed: "The words of this language could not be fetched. Check the connection to the server of this page, then try again.",
  undoLast: (words: string | null) => (words === null ? "Undo the last change" : `Undo: ${words.replace(/\.$/, "")}`),
  redoLast: "Redo",
  theme: { label: "Theme", system: "System", light: "Light", dark: "Dark" },
  more: {
    title: "More",
    hints: "Show the hints again",
    documentation: "Documentation",
    repository: "Source code",
    package: "Package on npm",
  },
  callouts: {
    label: "Hints",
    dismiss: "Got it",
    example: "This is a working example: change anything. What you open, paste or type never leaves this browser.",
    question: "The question below follows every edit. Change a cell or a guarantee, the act or its price, and see what is left to pay.",
    views: "Each view answers one question: Act says why, Compliance whether it is a contrat responsable, Year follows the limits, Compare shows what changes for members.",
    document: "Document, above, begins a new coverage, opens your files, has more examples and keeps your versions.",
  },
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

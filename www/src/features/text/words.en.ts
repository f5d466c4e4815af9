/** The words of a text that is edited. */

export const textWords = {
  textHint: "Kept as you type it; what the engine reads in it follows.",
  editorFailed: "The text editor could not be loaded. This plain field works without it; the problems are in the list.",
  undo: "Undo in the text",
  redo: "Redo in the text",
  fixed: "Changed in the text.",
};

/** The text editor's own words are in English; another language gives a translation for each. */
export const editorWords = { phrases: {} as Record<string, string> };

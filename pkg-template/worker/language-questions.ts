// What is asked of a document of the language service in a worker.
import type * as language from "../care-coverage-language";

/** How many arguments each takes before its options. All others are named here, so that a method that is added does not compile until it is
 *  listed. */
export const DOCUMENT_QUESTIONS = {
  diagnostics: 0, completions: 1, hover: 1, codeActions: 1, definition: 1, references: 1, prepareRename: 1, rename: 2, symbols: 0, folding: 0, format: 0,
} satisfies Record<Exclude<keyof language.LanguageDocument, "kind" | "text" | "update" | "free" | typeof Symbol.dispose>, number>;

/** The words of the page in French that a first visit needs; fetched as one file. */
export * as common from "../features/common/words.fr";
export * as acts from "../features/common/act-words.fr";
export * as amounts from "../features/common/amount-names.fr";
export * as values from "../features/common/values.fr";
export * as codeEntry from "../features/code/entry-words.fr";
export * as documents from "../features/documents/words.fr";
export * as glossary from "../features/glossary/words.fr";
export * as question from "../features/question/words.fr";
export * as share from "../features/share/words.fr";
export * as table from "../features/table/words.fr";
export * as text from "../features/text/words.fr";
export * as shell from "./words.fr";

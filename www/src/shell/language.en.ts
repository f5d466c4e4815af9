/** The words of the page in English that a first visit needs; fetched as one file. */
export * as common from "../features/common/words.en";
export * as acts from "../features/common/act-words.en";
export * as amounts from "../features/common/amount-names.en";
export * as values from "../features/common/values.en";
export * as codeEntry from "../features/code/entry-words.en";
export * as documents from "../features/documents/words.en";
export * as glossary from "../features/glossary/words.en";
export * as question from "../features/question/words.en";
export * as share from "../features/share/words.en";
export * as table from "../features/table/words.en";
export * as text from "../features/text/words.en";
export * as shell from "./words.en";

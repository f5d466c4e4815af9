/** Every word of the page in French; fetched as one file. */
export * as act from "../features/act/words.fr";
export * as batch from "../features/batch/words.fr";
export * as catalogue from "../features/catalogue/words.fr";
export * as common from "../features/common/words.fr";
export * as acts from "../features/common/act-words.fr";
export * as amounts from "../features/common/amount-names.fr";
export * as values from "../features/common/values.fr";
export * as compare from "../features/compare/words.fr";
export * as coverage from "../features/coverage/words.fr";
export * as dispense from "../features/dispense/words.fr";
export * as documents from "../features/documents/words.fr";
export * as picker from "../features/picker/words.fr";
export * as share from "../features/share/words.fr";
export * as text from "../features/text/words.fr";
export * as versions from "../features/versions/words.fr";
export * as year from "../features/year/words.fr";
export * as shell from "./words.fr";

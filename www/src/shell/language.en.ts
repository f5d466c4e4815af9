/** Every word of the page in English; fetched as one file. */
export * as act from "../features/act/words.en";
export * as batch from "../features/batch/words.en";
export * as catalogue from "../features/catalogue/words.en";
export * as common from "../features/common/words.en";
export * as acts from "../features/common/act-words.en";
export * as amounts from "../features/common/amount-names.en";
export * as values from "../features/common/values.en";
export * as compare from "../features/compare/words.en";
export * as coverage from "../features/coverage/words.en";
export * as dispense from "../features/dispense/words.en";
export * as documents from "../features/documents/words.en";
export * as picker from "../features/picker/words.en";
export * as share from "../features/share/words.en";
export * as text from "../features/text/words.en";
export * as versions from "../features/versions/words.en";
export * as year from "../features/year/words.en";
export * as shell from "./words.en";

/** The words of the elements in English; fetched as one file. */
export * as common from "../../www/src/features/common/words.en";
export * as act from "../../www/src/features/act/words.en";
export * as acts from "../../www/src/features/common/act-words.en";
export * as values from "../../www/src/features/common/values.en";
export * as coverage from "../../www/src/features/coverage/words.en";
export * as documents from "../../www/src/features/documents/words.en";
export * as rule from "../../www/src/features/rule/words.en";
export * as picker from "../../www/src/features/picker/words.en";
export * as codes from "../../www/src/features/findings/code-words.en";
export * as findings from "../../www/src/features/findings/words.en";
export * as table from "../../www/src/features/table/words.en";
export * as text from "../../www/src/features/text/words.en";
export * as element from "./element-words.en";

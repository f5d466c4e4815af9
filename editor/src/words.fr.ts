/** The words of the elements in French; fetched as one file. */
export * as common from "../../www/src/features/common/words.fr";
export * as act from "../../www/src/features/act/words.fr";
export * as acts from "../../www/src/features/common/act-words.fr";
export * as values from "../../www/src/features/common/values.fr";
export * as coverage from "../../www/src/features/coverage/words.fr";
export * as documents from "../../www/src/features/documents/words.fr";
export * as rule from "../../www/src/features/rule/words.fr";
export * as picker from "../../www/src/features/picker/words.fr";
export * as codes from "../../www/src/features/findings/code-words.fr";
export * as findings from "../../www/src/features/findings/words.fr";
export * as table from "../../www/src/features/table/words.fr";
export * as text from "../../www/src/features/text/words.fr";
export * as element from "./element-words.fr";

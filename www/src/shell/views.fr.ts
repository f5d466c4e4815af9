/** The words in French of the views that a first visit does not open; fetched as one file with the first of them. */
export * as act from "../features/act/words.fr";
export * as catalogue from "../features/catalogue/words.fr";
export * as code from "../features/code/words.fr";
export * as codes from "../features/findings/code-words.fr";
export * as compare from "../features/compare/words.fr";
export * as compliance from "../features/compliance/words.fr";
export * as costs from "../features/simulate/cost-words.fr";
export * as coverage from "../features/coverage/words.fr";
export * as dispense from "../features/dispense/words.fr";
export * as findings from "../features/findings/words.fr";
export * as import from "../features/import/words.fr";
export * as picker from "../features/picker/words.fr";
export * as rule from "../features/rule/words.fr";
export * as sheet from "../features/sheet/words.fr";
export * as simulate from "../features/simulate/words.fr";
export * as versions from "../features/versions/words.fr";
export * as year from "../features/year/words.fr";

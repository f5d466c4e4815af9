/** The words in English of the views that a first visit does not open; fetched as one file with the first of them. */
export * as act from "../features/act/words.en";
export * as catalogue from "../features/catalogue/words.en";
export * as code from "../features/code/words.en";
export * as codes from "../features/findings/code-words.en";
export * as compare from "../features/compare/words.en";
export * as compliance from "../features/compliance/words.en";
export * as costs from "../features/simulate/cost-words.en";
export * as coverage from "../features/coverage/words.en";
export * as dispense from "../features/dispense/words.en";
export * as findings from "../features/findings/words.en";
export * as import from "../features/import/words.en";
export * as picker from "../features/picker/words.en";
export * as rule from "../features/rule/words.en";
export * as sheet from "../features/sheet/words.en";
export * as simulate from "../features/simulate/words.en";
export * as versions from "../features/versions/words.en";
export * as year from "../features/year/words.en";

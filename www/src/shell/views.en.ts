/** The words in English of the views that a first visit does not open; fetched as one file with the first of them. */
export * as catalogue from "../features/catalogue/words.en";
export * as compare from "../features/compare/words.en";
export * as compliance from "../features/compliance/words.en";
export * as costs from "../features/simulate/cost-words.en";
export * as dispense from "../features/dispense/words.en";
export * as simulate from "../features/simulate/words.en";
export * as table from "../features/table/words.en";
export * as versions from "../features/versions/words.en";
export * as year from "../features/year/words.en";

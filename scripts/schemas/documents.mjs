/** The documents of which the package has a schema: file name, declared type, and the type that the schema is made from where that is
 *  another one. */
export const DOCUMENTS = [
  ["care-type-lists", "CareTypeLists"],
  ["care-type-mappings", "CareTypeMappings"],
  ["care-type-synonyms", "CareTypeSynonyms"],
  ["coverage-payload", "CoveragePayload"],
  ["coverage-care-type-selector", "CoverageCareTypeSelector"],
  ["coverage-care-type-filter", "CoverageCareTypeFilter"],
  ["coverage-acceptances", "AnalyzeOptions"],
  ["care-act", "CareAct", "CareActWithAmounts"],
  ["dispense-snapshot", "DispenseSnapshot"],
  ["contract-query", "ContractQuery"],
  ["discount-input", "DiscountInput"],
  ["act-amounts", "ActAmounts"],
  ["coverage-rule", "CoverageRule"],
  ["requirement-profile", "RequirementProfile"],
  ["act-classes", "ActClasses"],
  ["claim-mapping", "ClaimMapping"],
  ["claim-distributions", "ClaimDistributions"],
  ["headings", "Headings"],
  ["benefit-examples", "BenefitExamples"],
];

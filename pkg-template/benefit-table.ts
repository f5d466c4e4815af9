// Benefit tables, without the engine: what a cell says is a rule, what a table says coverages, and coverages are a table.
export { benefitTable, benefitTableAsync } from "./benefit-table/benefit-table.ts";
export { benefitGrid } from "./benefit-table/printed.ts";
export { benefitGridFromHtml } from "./benefit-table/read-html.ts";
export { benefitGridFromCsv, benefitGridFromPaste } from "./benefit-table/read-text.ts";
export { readBenefit } from "./benefit-table/read-benefit.ts";
export { readBenefitTable } from "./benefit-table/read-table.ts";
export { benefitTableHtml } from "./benefit-table/write-html.ts";
export { benefitTableCsv, benefitTableMarkdown } from "./benefit-table/write-text.ts";

/** Texts of coverages as a benefit table, with the headings and the examples that their catalogue knows. For the worker alone. */
import address from "care-coverage/amounts.wasm?url";
import { benefitTable } from "care-coverage/benefit-table";
import { type CareTypeLists, CareTypeCatalog, type CoveragePayload, type Headings, initAmounts } from "care-coverage/slim";
import type { Made, TableData, TableQuestion } from "./table-question";
import "./start";

// It resolves headings.
await initAmounts(fetch(address));

export function tableOf({ catalog: text, nonConventioned, coverages, data, synonyms, date }: TableQuestion): Made {
  const options = { synonyms: [...synonyms], ...(nonConventioned.length > 0 && { nonConventionedEstablishments: [...nonConventioned] }) };
  const catalog = new CareTypeCatalog(JSON.parse(text) as CareTypeLists, options);
  const compiled = coverages.map((coverage) => catalog.compileCoverage(JSON.parse(coverage) as CoveragePayload));
  try {
    const { headings, examples } = fitting(data, catalog);
    // The table is what its readers see, who read French.
    return { state: "ready", table: benefitTable(compiled, { catalog, headings, examples, date, language: "fr", synonyms }) };
  } finally {
    for (const coverage of compiled) coverage.free();
    catalog.free();
  }
}

/** Of the data that ships, what knows the most codes of the catalogue; without those that the catalogue lacks. */
function fitting(data: readonly TableData[], catalog: CareTypeCatalog): TableData {
  const { care_type_group_by_short_code: groups, internal_care_type_by_short_code: types } = catalog.getCareTypeMappings();
  const isGroup = (code: string) => Object.hasOwn(groups, code);
  const isType = (code: string) => Object.hasOwn(types, code);
  const known = data.map(({ headings: { headings }, examples }) => {
    const kept = headings.map(({ selector, ...heading }) => ({ ...heading, selector: knownIn(selector, isGroup, isType) })).filter(({ selector }) => countOf(selector) > 0);
    return { headings: { headings: kept }, examples: examples.filter(({ acts }) => acts.every(({ care_type }) => isType(care_type))) };
  });
  return known.toSorted((left, right) => codesOf(right.headings) - codesOf(left.headings))[0] ?? { headings: { headings: [] }, examples: [] };
}

type Selector = Headings["headings"][number]["selector"];

function knownIn(selector: Selector, isGroup: (code: string) => boolean, isType: (code: string) => boolean): Selector {
  const entries = Object.entries(selector).map(([name, codes]) => [name, (codes as string[]).filter(name.endsWith("groups") ? isGroup : isType)]);
  return Object.fromEntries(entries) as Selector;
}

function countOf({ include_care_type_groups = [], include_care_types = [] }: Selector): number {
  return [...include_care_type_groups, ...include_care_types].length;
}

function codesOf({ headings }: Headings): number {
  return headings.reduce((sum, { selector }) => sum + countOf(selector), 0);
}

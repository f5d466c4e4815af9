/** A benefit table as coverages, by the headings and the words that fit the catalogue. For the worker alone. */
import { readBenefitTable } from "care-coverage/benefit-table";
import { type CareTypeLists, CareTypeCatalog } from "care-coverage/slim";
import { fitting } from "./fitting";
import type { ReadingAnswer, ReadingQuestion } from "./import-question";
import "./start";

export function readingOf({ catalog: text, nonConventioned, grid, data, synonyms, shares }: ReadingQuestion): ReadingAnswer {
  const options = nonConventioned.length > 0 ? { nonConventionedEstablishments: [...nonConventioned] } : {};
  const catalog = new CareTypeCatalog(JSON.parse(text) as CareTypeLists, options);
  try {
    const { care_type_group_by_short_code: groups, internal_care_type_by_short_code: types } = catalog.getCareTypeMappings();
    const codes = { groups: new Set(Object.keys(groups)), types: new Set(Object.keys(types)) };
    const { headings, synonyms: own } = fitting(data, codes) ?? { headings: { headings: [] }, synonyms: [] };
    return { state: "ready", reading: readBenefitTable(grid, { catalog, headings, synonyms: [...synonyms, ...own], shares }) };
  } finally {
    catalog.free();
  }
}

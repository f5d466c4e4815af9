/** Benefit tables: made in short tasks, so that the page answers meanwhile, written as texts, and a cell read as a rule. */
import {
  type BenefitExample, type BenefitTable, benefitTableAsync, benefitTableCsv, benefitTableHtml, benefitTableMarkdown, readBenefit,
} from "care-coverage/benefit-table";
import type { CareTypeSynonyms, Headings, LoadedCatalog, LoadedCoverage } from "./engine";
import { EngineFailure } from "./failure";
import { countOf, fitting, knownIn } from "./fitting";

export { readBenefit };
export type { BenefitExample, BenefitReading, BenefitTable, BenefitTableRow, BenefitUnsaid } from "care-coverage/benefit-table";

/** Headings and named acts of one catalogue. */
export interface TableData {
  headings: Headings;
  examples: readonly BenefitExample[];
}

export interface TableQuestion {
  catalog: LoadedCatalog;
  /** In the order of the columns; all of the catalogue. */
  coverages: readonly LoadedCoverage[];
  /** What knows the most codes of the catalogue is taken. */
  data: readonly TableData[];
  synonyms: readonly CareTypeSynonyms[];
  /** The day whose year has the PMSS, as ISO date. */
  date: string;
}

/** `given`: what of the data the catalogue knows. `cause`: what is wrong with the headings or the acts that were given. */
export type TableAnswer = { state: "ready"; table: BenefitTable; given: TableData } | { state: "failed"; cause: string | null };

/** Rejects where the signal does. What is asked is not freed before that. */
export async function makeTable({ catalog, coverages, data, synonyms, date }: TableQuestion, signal: AbortSignal): Promise<TableAnswer> {
  try {
    const { headings, examples } = fitting(data, catalog) ?? { headings: { headings: [] }, examples: [] };
    const given = { headings, examples: examples.filter(({ acts }) => acts.every(({ care_type }) => catalog.types.has(care_type))) };
    // The table is what its readers see, who read French.
    const table = await benefitTableAsync(coverages.map((coverage) => coverage.asked), { catalog: catalog.asked, ...given, date, language: "fr", synonyms, signal });
    return { state: "ready", table, given };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof EngineFailure) return { state: "failed", cause: null };
    if (error instanceof Error && error.name === "CoverageError") return { state: "failed", cause: error.message };
    throw error;
  }
}

/** Whether the catalogue has every code of the headings. */
export function knowsAll(catalog: LoadedCatalog, { headings }: Headings): boolean {
  return headings.every(({ selector }) => countOf(knownIn(selector, catalog)) === countOf(selector));
}

/** The formats that are texts. */
export const TEXT_FORMATS = ["html", "csv", "md"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

const WRITERS: Record<TextFormat, { type: string; write: (table: BenefitTable) => string }> = {
  html: { type: "text/html", write: (table) => benefitTableHtml(table, { document: true }) },
  // With the mark by which spreadsheet programs know UTF-8.
  csv: { type: "text/csv", write: (table) => `\ufeff${benefitTableCsv(table)}` },
  md: { type: "text/markdown", write: benefitTableMarkdown },
};

export function textFileOf(table: BenefitTable, format: TextFormat): Blob {
  const { type, write } = WRITERS[format];
  return new Blob([write(table)], { type });
}

/** What the worker of benefit tables is asked, and what it answers. */
import type { BenefitExample, BenefitTable } from "care-coverage/benefit-table";
import type { CareTypeSynonyms, Headings } from "./engine";

/** Headings and named acts of one catalogue. */
export interface TableData {
  headings: Headings;
  examples: readonly BenefitExample[];
}

export interface TableQuestion {
  /** Its text. */
  catalog: string;
  nonConventioned: readonly string[];
  /** Their texts, in the order of the columns. */
  coverages: readonly string[];
  /** Of the catalogues that ship: what fits best is taken. */
  data: readonly TableData[];
  synonyms: readonly CareTypeSynonyms[];
  /** The day whose year has the PMSS, as ISO date. */
  date: string;
}

export type Made = { state: "ready"; table: BenefitTable } | { state: "failed"; cause: string };

/** What the worker is asked of a benefit table that comes in, and what it answers. */
import type { BenefitGrid, BenefitTableReading } from "care-coverage/benefit-table";
import type { CareTypeSynonyms, Headings } from "./engine";

/** A file, whatever it is; or what a clipboard has of cells. */
export type TableSource = { kind: "file"; bytes: ArrayBuffer } | { kind: "cells"; html: string; text: string };

export interface SheetsQuestion {
  kind: "sheets";
  source: TableSource;
}

/** `name` is empty where there is but one, which has none. */
export interface Sheet {
  name: string;
  hidden: boolean;
  grid: BenefitGrid;
}

/**
 * Why there are no cells: a file of Excel before 2007, or one that is locked; a PDF; another file of spreadsheets, or a broken one; bytes that
 * are no text; more than is read; nothing.
 */
export type NoTable = "old_or_locked" | "pdf" | "not_xlsx" | "no_text" | "too_large" | "empty";

export type SheetsAnswer = { state: "ready"; sheets: Sheet[] } | { state: "refused"; why: NoTable };

/** What is known of one catalogue: under which headings tables have its care types, and what they call them. */
export interface ReadingData {
  headings: Headings;
  synonyms: readonly CareTypeSynonyms[];
}

export interface ReadingQuestion {
  kind: "reading";
  /** Its text. */
  catalog: string;
  nonConventioned: readonly string[];
  grid: BenefitGrid;
  /** Of the catalogues that ship: what fits best is taken. */
  data: readonly ReadingData[];
  /** Those of the page, and those of this table. */
  synonyms: readonly CareTypeSynonyms[];
  shares: Readonly<Record<number, "included" | "excluded">>;
}

export type ReadingAnswer = { state: "ready"; reading: BenefitTableReading };

/** It could not be answered at all. */
export interface Failed {
  state: "failed";
  cause: string;
}

export type ImportQuestion = SheetsQuestion | ReadingQuestion;
export type AnswerOf<Q extends ImportQuestion> = Q extends SheetsQuestion ? SheetsAnswer | Failed : ReadingAnswer | Failed;

/**
 * Benefit tables as files of spreadsheet programs. Needs the package `hucre`, which is loaded when a function is first called.
 *
 *     import { readBenefitTable } from "care-coverage/benefit-table";
 *     import { benefitGridsFromXlsx } from "care-coverage/spreadsheet";
 *
 *     const sheets = await benefitGridsFromXlsx(await file.arrayBuffer());
 *     readBenefitTable(sheets[0].grid, { catalog, headings });
 */
import type { BenefitGrid, BenefitTable } from "./benefit-table.js";

/** A sheet, whose grid is what `readBenefitTable` takes. */
export interface SpreadsheetGrid {
  name: string;
  /** Its program does not show it. */
  hidden: boolean;
  /** What its program shows, as French tables write it: 1.5 as a percentage is "150 %", 1500 in euros "1 500,00 €", a day "02/01/2026", what
   *  is true "oui". Cells that are merged span. A formula is its last result. */
  grid: BenefitGrid;
}

/** The sheets of an XLSX file, in its order. Rejects with a `TypeError` for what is no such file, and with a `RangeError` for more than
 *  20,000,000 bytes or a sheet of more than 200,000 cells. */
export function benefitGridsFromXlsx(bytes: Uint8Array | ArrayBuffer): Promise<SpreadsheetGrid[]>;

/** The table as an XLSX file: one sheet with what `benefitGrid` has and the PMSS, one with the examples where there are some. Prints on A4
 *  landscape, its header on each page. A text is never a formula. */
export function benefitTableXlsx(table: BenefitTable): Promise<Uint8Array>;

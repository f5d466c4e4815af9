// The cells of a file: XLSX, CSV or HTML, by its name, or by how it begins on standard input.
import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { benefitGridFromCsv, benefitGridFromHtml } from "care-coverage/benefit-table";
import type { BenefitGrid } from "care-coverage/benefit-table";
import { Failure, FileFailure } from "../kit/failure.ts";
import type { Words } from "../kit/words.ts";

export interface TableFile { file: string; sheet: string | null; grid: BenefitGrid }

const XLSX_STARTS = Buffer.from("PK\u0003\u0004");

/** `sheet`: of an XLSX file; by default the first that its program shows. */
export async function tableFile(file: string, sheet: string | undefined, { importWords }: Words): Promise<TableFile> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file === "-" ? 0 : file);
  } catch (error) {
    throw new FileFailure(file, error);
  }
  const named = file === "-" ? "<stdin>" : file;
  if (bytes.subarray(0, 4).equals(XLSX_STARTS)) return ofSpreadsheet(named, bytes, sheet, importWords);
  if (/^\.xls[xmb]?$/i.test(extname(file))) throw new Failure(importWords.noXlsx(named));
  if (sheet !== undefined) throw new Failure(importWords.noSheets(named));
  const text = textOf(bytes);
  return { file: named, sheet: null, grid: /<table[\s>]/i.test(text) ? benefitGridFromHtml(text) : benefitGridFromCsv(text) };
}

async function ofSpreadsheet(file: string, bytes: Buffer, name: string | undefined, words: Words["importWords"]): Promise<TableFile> {
  const { benefitGridsFromXlsx } = await import("../parts/spreadsheet.ts");
  const sheets = await benefitGridsFromXlsx(bytes).catch((error: unknown) => {
    if (error instanceof TypeError) throw new Failure(words.noXlsx(file));
    throw error instanceof RangeError ? new Failure(`${file}: ${error.message}`) : error;
  });
  const found = name === undefined ? (sheets.find(({ hidden }) => !hidden) ?? sheets[0]) : sheets.find((sheet) => sheet.name === name);
  if (!found) throw new Failure(words.noSheet(file, name ?? "", sheets.map((sheet) => sheet.name)));
  return { file, sheet: found.name, grid: found.grid };
}

/** UTF-8; else the Windows-1252 of older French spreadsheets. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

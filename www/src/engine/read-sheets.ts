/** The cells of a file, or of a clipboard: what a file is, its bytes say, whatever its name. For the worker alone. */
import { benefitGridFromCsv, benefitGridFromHtml, benefitGridFromPaste, type BenefitGrid } from "care-coverage/benefit-table";
import { TextOfBytes } from "../kit/table-text";
import type { NoTable, Sheet, SheetsAnswer, TableSource } from "./import-question";

const LARGEST = 20_000_000;

/** How files begin. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

export async function sheetsOf(source: TableSource): Promise<SheetsAnswer> {
  try {
    const found = source.kind === "cells" ? alone(benefitGridFromPaste(source)) : await sheetsOfFile(new Uint8Array(source.bytes));
    if (typeof found === "string") return refused(found);
    // Those that the program of the file does not show come last.
    const sheets = found.filter(({ grid }) => hasText(grid)).toSorted((left, right) => Number(left.hidden) - Number(right.hidden));
    return sheets.length === 0 ? refused("empty") : { state: "ready", sheets };
  } catch (error) {
    if (error instanceof RangeError) return refused("too_large");
    throw error;
  }
}

async function sheetsOfFile(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[] | NoTable> {
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (bytes.length > LARGEST) return "too_large";
  if (begins(OLE)) return "old_or_locked";
  if (begins(PDF)) return "pdf";
  if (begins(ZIP)) return ofSpreadsheet(bytes);
  const reader = new TextOfBytes();
  const text = reader.push(bytes) + reader.finish();
  if (text.includes("\0")) return "no_text";
  return alone(/<table[\s>]/i.test(text) ? benefitGridFromHtml(text) : benefitGridFromCsv(text));
}

async function ofSpreadsheet(bytes: Uint8Array<ArrayBuffer>): Promise<Sheet[] | NoTable> {
  const { benefitGridsFromXlsx } = await import("care-coverage/spreadsheet");
  try {
    return await benefitGridsFromXlsx(bytes);
  } catch (error) {
    if (error instanceof TypeError) return "not_xlsx";
    throw error;
  }
}

function alone(grid: BenefitGrid): Sheet[] {
  return [{ name: "", hidden: false, grid }];
}

function hasText(grid: BenefitGrid): boolean {
  return grid.some((row) => row.some((cell) => typeof cell === "string" && cell.trim() !== ""));
}

function refused(why: NoTable): SheetsAnswer {
  return { state: "refused", why };
}

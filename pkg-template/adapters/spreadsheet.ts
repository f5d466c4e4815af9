// Benefit tables as files of spreadsheet programs: XLSX in and out. The reading and writing of files is hucre's, which is loaded when it is
// first needed; here is what a table is there, and what a cell of one says.
import type { Cell, CellValue, Sheet, WriteSheet } from "hucre/xlsx";
import type * as api from "../care-coverage-spreadsheet";
import type { BenefitGrid, BenefitTable } from "../care-coverage-benefit-table";
import { type Printed, printed } from "../benefit-table/printed.ts";
import { cellText } from "./spreadsheet-cells.ts";

const MOST_BYTES = 20_000_000;
/** More cells than that are no benefit table. */
const MOST_CELLS = 200_000;

export async function benefitGridsFromXlsx(bytes: Uint8Array | ArrayBuffer): Promise<api.SpreadsheetGrid[]> {
  const file = bytesOf(bytes);
  if (file.byteLength > MOST_BYTES) throw new RangeError(`a spreadsheet has at most ${MOST_BYTES} bytes`);
  const [{ readXlsx }, { formatValue }] = await Promise.all([import("hucre/xlsx"), import("hucre")]);
  const { sheets } = await readXlsx(file, { readStyles: true }).catch((cause: unknown) => {
    throw new TypeError(`this is no XLSX file: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  return sheets.map((sheet) => ({ name: sheet.name, hidden: (sheet.hidden ?? false) || (sheet.veryHidden ?? false), grid: gridOf(sheet, formatValue) }));
}

/** Also of another realm, as a test environment that imitates a page has. */
function bytesOf(given: unknown): Uint8Array {
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (Object.prototype.toString.call(given) === "[object ArrayBuffer]") return new Uint8Array(given as ArrayBuffer);
  throw new TypeError("a spreadsheet is a `Uint8Array` or an `ArrayBuffer`");
}

function gridOf({ name, rows, cells, merges = [] }: Sheet, format: (value: unknown, numFmt: string, options: { locale: string }) => string): BenefitGrid {
  const height = Math.max(rows.length, ...merges.map(({ endRow }) => endRow + 1));
  const width = Math.max(0, ...rows.map((row) => row.length), ...merges.map(({ endCol }) => endCol + 1));
  if (height * width > MOST_CELLS) throw new RangeError(`the sheet « ${name} » has more than ${MOST_CELLS} cells`);
  const textAt = (row: number, column: number) => cellText(rows[row]?.[column] ?? null, cells?.get(`${row},${column}`)?.style?.numFmt, format);
  const grid: BenefitGrid = Array.from({ length: height }, (_, row) => Array.from({ length: width }, (_, column) => textAt(row, column)));
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= endRow; row += 1) for (let column = startCol; column <= endCol; column += 1) if (row !== startRow || column !== startCol) grid[row]![column] = { span_of: [startRow, startCol] };
  }
  return grid;
}

export async function benefitTableXlsx(table: BenefitTable): Promise<Uint8Array> {
  const { title, header, lines, examples, note } = printed(table);
  const sheets = [sheetOf(title, header, lines, note)];
  if (examples) sheets.push(sheetOf(table.language === "fr" ? "Exemples" : "Examples", examples.header, examples.lines.map(([label = "", ...cells]) => ({ kind: "benefit", label, cells })), null));
  const { writeXlsx } = await import("hucre/xlsx");
  return writeXlsx({ sheets, properties: { title } });
}

/** Prints on A4 landscape with its header on each page, which stays in view. Headings span all columns. */
function sheetOf(name: string, header: readonly string[], lines: readonly Printed[], note: string | null): WriteSheet {
  const width = header.length;
  const rows: CellValue[][] = [[...header]];
  const cells = new Map<string, Partial<Cell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const style = (row: number, bold: boolean, indent = 0) => {
    for (let column = 0; column < width; column += 1) cells.set(`${row},${column}`, { value: rows[row]![column] ?? null, style: { font: { bold }, alignment: { wrapText: true, vertical: "top", ...(column === 0 && indent > 0 && { indent }) } } });
  };
  style(0, true);
  for (const line of lines) {
    const row = rows.push("cells" in line ? [line.label, ...line.cells] : [line.label]) - 1;
    style(row, line.kind === "heading", line.kind === "line" ? 1 : 0);
    if (!("cells" in line) && width > 1) merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 });
  }
  if (note !== null) rows.push([], [note]);
  return {
    name, rows, cells, merges,
    columns: header.map((_, column) => ({ width: column === 0 ? 44 : 30 })),
    freezePane: { rows: 1 },
    pageSetup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: "$1:$1" },
  };
}

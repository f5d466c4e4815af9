/**
 * Which act does a row of a file say? As the engine reads it: an empty cell of CSV leaves its field out, `null` without quotation marks is
 * null, teeth are in one cell. Only rows that the engine has read as acts are asked here; for others there may be none.
 */
import type { CareAct } from "../../engine/engine";
import { regionWords } from "../common/act-words";

interface Cell {
  text: string;
  isQuoted: boolean;
}

const NUMBER = /^-?(?:[0-9]|[1-9][0-9]+)(?:\.[0-9]+)?$/;

/** `header`: the first line of a CSV, empty for NDJSON. */
export function actOf(row: string, header: string): CareAct | null {
  const act: unknown = header === "" ? parsed(row) : fromCells(cellsOf(header, separatorOf(header)), cellsOf(row, separatorOf(header)));
  return typeof act === "object" && act !== null && typeof (act as CareAct).care_type === "string" ? (act as CareAct) : null;
}

function parsed(row: string): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return null;
  }
}

function fromCells(header: readonly Cell[], cells: readonly Cell[]): Record<string, unknown> | null {
  if (cells.length !== header.length) return null;
  return Object.fromEntries(header.flatMap(({ text: field }, column) => {
    const cell = cells[column]!;
    return cell.text === "" ? [] : [[field, valueOf(field, cell)]];
  }));
}

function valueOf(field: string, { text, isQuoted }: Cell): unknown {
  if (text === "null" && !isQuoted) return null;
  if (field === "member_age") return numberOrText(text);
  if (field === "teeth") return text.split(" ").filter((number) => number !== "").map(numberOrText);
  return Object.hasOwn(regionWords.flags, field) && (text === "true" || text === "false") ? text === "true" : text;
}

function numberOrText(text: string): number | string {
  return NUMBER.test(text) ? Number(text) : text;
}

function separatorOf(header: string): string {
  return /[,;]/.exec(header)?.[0] ?? ",";
}

/** The cells of one row without stray quotation marks. */
function cellsOf(row: string, separator: string): Cell[] {
  const cells: Cell[] = [];
  let at = 0;
  for (;;) {
    const isQuoted = row[at] === '"';
    let end = row.indexOf(separator, at);
    if (isQuoted) {
      end = row.indexOf('"', at + 1);
      while (end >= 0 && row[end + 1] === '"') end = row.indexOf('"', end + 2);
      end = end < 0 ? -1 : end + 1;
    }
    const text = row.slice(at, end < 0 ? row.length : end);
    cells.push({ text: isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text, isQuoted });
    if (end < 0 || end >= row.length) return cells;
    at = end + 1;
  }
}

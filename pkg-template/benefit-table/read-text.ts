// Which cells are in a text of CSV, or in cells that were copied from a spreadsheet?
import type * as api from "../care-coverage-benefit-table";
import { benefitGridFromHtml } from "./read-html.ts";

/** A text is at most as long as that. */
const LONGEST = 20_000_000;

export function benefitGridFromCsv(text: string, { separator }: { separator?: ";" | "," | "\t" | undefined } = {}): api.BenefitGrid {
  if (typeof text !== "string") throw new TypeError("CSV is a text");
  if (text.length > LONGEST) throw new RangeError(`a text has at most ${LONGEST} UTF-16 units`);
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  const sign = separator ?? separatorOf(content);
  if (sign !== ";" && sign !== "," && sign !== "\t") throw new RangeError("the separator is `;`, `,` or a tab");
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < content.length) {
    const { cell, end } = cellAt(content, at, sign);
    row.push(cell);
    const next = content[end];
    at = next === "\r" && content[end + 1] === "\n" ? end + 2 : end + 1;
    if (next === sign) {
      if (at === content.length) row.push("");
      continue;
    }
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function cellAt(text: string, start: number, sign: string): { cell: string; end: number } {
  let end = start;
  const parts: string[] = [];
  if (text[start] === '"') {
    let from = start + 1;
    for (;;) {
      const quote = text.indexOf('"', from);
      // A quotation that does not end goes to the end of the text.
      if (quote === -1) return { cell: unguarded(parts.join("") + text.slice(from)), end: text.length };
      parts.push(text.slice(from, quote));
      end = quote + 1;
      if (text[end] !== '"') break;
      parts.push('"');
      from = end + 1;
    }
  }
  const rest = end;
  while (end < text.length && text[end] !== sign && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { cell: unguarded(parts.join("") + text.slice(rest, end)), end };
}

/** The apostrophe before what a spreadsheet would take for a formula. */
function unguarded(cell: string): string {
  return cell.replace(/(^|[,;\t\r\n])((?:[^\S\t\r\n]|")*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1$2");
}

/** The one that is in the most lines of the beginning, outside of quotation marks; of several a tab, then `;`: a comma is also in amounts. */
function separatorOf(text: string): ";" | "," | "\t" {
  const signs = ["\t", ";", ","] as const;
  const lines = { "\t": 0, ";": 0, ",": 0 };
  let found = new Set<string>();
  let isQuoted = false;
  const endLine = () => {
    for (const sign of signs) if (found.has(sign)) lines[sign] += 1;
    found = new Set();
  };
  for (const sign of text.slice(0, 10_000)) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === "\n" || sign === "\r") endLine();
    else found.add(sign);
  }
  endLine();
  const most = Math.max(...Object.values(lines));
  return most === 0 ? "," : signs.find((sign) => lines[sign] === most)!;
}

export function benefitGridFromPaste({ html, text }: api.BenefitPaste): api.BenefitGrid {
  if (typeof html === "string" && /<table/i.test(html)) return benefitGridFromHtml(html);
  if (typeof text !== "string") throw new TypeError("what was pasted has a text, or HTML with a table");
  return benefitGridFromCsv(text, { separator: "\t" });
}

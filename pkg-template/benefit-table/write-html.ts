// A table as HTML: its header is said to readers of the screen and repeated on each page of A4 landscape; every text is escaped.
import type * as api from "../care-coverage-benefit-table";
import { type Printed, printed } from "./printed.ts";

const STYLE = `@page{size:A4 landscape;margin:12mm}
.benefit-table{border-collapse:collapse;width:100%;font:10pt/1.3 sans-serif}
.benefit-table caption{font-weight:bold;text-align:start;padding:4px 0}
.benefit-table th,.benefit-table td{border:1px solid #888;padding:4px 6px;text-align:start;vertical-align:top}
.benefit-table thead{display:table-header-group}
.benefit-table tr{break-inside:avoid}
.benefit-table .heading{background:#e8e8e8}
.benefit-table .line{padding-inline-start:1.5em;font-weight:normal}`;

export function benefitTableHtml(table: api.BenefitTable, { document = false }: api.BenefitHtmlOptions = {}): string {
  const { title, header, lines, examples, note, language } = printed(table);
  const parts = [
    `<table class="benefit-table" lang="${language}">\n<caption>${escaped(title)}</caption>`,
    `<thead><tr>${header.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>\n<tbody>`,
    ...lines.map((line) => rowOf(line, header.length)),
    "</tbody>\n</table>",
  ];
  if (note !== null) parts.push(`<p>${escaped(note)}</p>`);
  if (examples) {
    parts.push(
      `<table class="benefit-table" lang="${language}">\n<caption>${escaped(exampleTitle(language))}</caption>`,
      `<thead><tr>${examples.header.map((text) => `<th scope="col">${escaped(text)}</th>`).join("")}</tr></thead>\n<tbody>`,
      ...examples.lines.map(([first = "", ...cells]) => `<tr><th scope="row">${escaped(first)}</th>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`),
      "</tbody>\n</table>",
    );
  }
  const body = parts.join("\n");
  if (!document) return `${body}\n`;
  return `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n<title>${escaped(title)}</title>\n<style>\n${STYLE}\n</style>\n</head>\n<body>\n${body}\n</body>\n</html>\n`;
}

function exampleTitle(language: "fr" | "en"): string {
  return language === "fr" ? "Exemples de remboursement" : "Examples";
}

function rowOf(line: Printed, width: number): string {
  if (line.kind === "heading") return `<tr class="heading"><th scope="colgroup" colspan="${width}">${escaped(line.label)}</th></tr>`;
  if (!("cells" in line)) return `<tr><th scope="row" colspan="${width}">${escaped(line.label)}</th></tr>`;
  return `<tr><th scope="row"${line.kind === "line" ? ' class="line"' : ""}>${escaped(line.label)}</th>${line.cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`;
}

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** What HTML has no sign for, a control character or half a character, is the sign for what is not known. */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd").replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
}

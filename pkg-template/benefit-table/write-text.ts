// A table as Markdown and as CSV.
import type * as api from "../care-coverage-benefit-table";
import { type Printed, printed } from "./printed.ts";

export function benefitTableMarkdown(table: api.BenefitTable): string {
  const { header, lines, examples, note } = printed(table);
  const parts = [tableOf(header, lines.map((line) => cellsOf(line, header.length, (text) => `**${text}**`)))];
  if (note !== null) parts.push(markdown(note));
  if (examples) parts.push(tableOf(examples.header, examples.lines.map((line) => line.map(markdown))));
  return `${parts.join("\n\n")}\n`;
}

/** Cells of Markdown already. */
function tableOf(header: readonly string[], lines: readonly string[][]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [row(header.map(markdown)), row(header.map(() => "---")), ...lines.map(row)].join("\n");
}

function cellsOf(line: Printed, width: number, strong: (text: string) => string): string[] {
  const label = markdown(line.label);
  if ("cells" in line) return [line.kind === "line" ? `– ${label}` : label, ...line.cells.map(markdown)];
  return [line.kind === "heading" ? strong(label) : label, ...Array<string>(width - 1).fill("")];
}

/** No sign of a text means anything to Markdown, nor to the HTML that may be in it. */
function markdown(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, " ").replace(/[\\`*_{}[\]<>()#!|~&]/g, "\\$&").replace(/:\/\//g, ":\\/\\/").trim();
}

/** With a header; headings and rows of several lines are lines with a label alone. */
export function benefitTableCsv(table: api.BenefitTable, { separator = ";" }: api.BenefitCsvOptions = {}): string {
  if (separator !== ";" && separator !== "," && separator !== "\t") throw new RangeError("the separator is `;`, `,` or a tab");
  const { header, lines } = printed(table);
  const rows = [header, ...lines.map((line) => ("cells" in line ? [line.label, ...line.cells] : [line.label, ...header.slice(1).map(() => "")]))];
  return rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join("");
}

// The rule is OWASP's ("CSV Injection"): an apostrophe before what begins a formula, wherever a cell may begin for a program that splits lines at
// another sign, also behind blanks and quotation marks, and in the full width of East Asian keyboards.
const FORMULA = /(^|[,;\t\r\n])((?:[^\S\t\r\n]|")*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g;
const FIRST_IS_CONTROL = /^[\t\r\n]/;

function csvCell(text: string): string {
  const harmless = text.replace(FORMULA, "$1$2'$3").replace(FIRST_IS_CONTROL, "'$&");
  return /[",;\t\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

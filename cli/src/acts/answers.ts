// Answers row by row, as CSV, NDJSON or one object of JSON. A row that could not be read says why.
import type { Sink } from "./sink.ts";

export const OUTPUTS = ["csv", "ndjson", "json"] as const;
export type OutputFormat = (typeof OUTPUTS)[number];

export interface Problem { code: string | null; pointer?: string | undefined; column?: string | null | undefined; message: string }

export type Cell = string | number | null;

export class Answers {
  readonly #sink: Sink;
  readonly #format: OutputFormat;
  #isFirst = true;

  constructor(sink: Sink, format: OutputFormat, readonly columns: readonly string[]) {
    this.#sink = sink;
    this.#format = format;
    if (format === "csv") sink.write(`${[...columns, "problem"].join(",")}\n`);
    if (format === "json") sink.write('{\n"version":1,\n"acts":[');
  }

  /** The values of the columns, and what is wrong with the row. */
  row(cells: readonly Cell[], problems: readonly Problem[]): void {
    if (this.#format === "csv" && problems.length === 0) {
      this.#sink.write(`${cells.map(csvCell).join(",")},\n`);
      return;
    }
    if (this.#format === "csv") {
      const said = problems.map(({ code, pointer, column, message }) => [code, column ?? pointer, message].filter(Boolean).join(" ")).join("; ");
      this.#sink.write(`${cells.map(csvCell).join(",")},${csvCell(said)}\n`);
      return;
    }
    let text = "";
    for (const [index, name] of this.columns.entries()) text += `${index === 0 ? "{" : ","}"${name}":${JSON.stringify(cells[index])}`;
    text += problems.length > 0 ? `,"problems":${JSON.stringify(problems)}}` : "}";
    if (this.#format === "json") text = `${this.#isFirst ? "" : ","}\n${text}`;
    else text += "\n";
    this.#isFirst = false;
    this.#sink.write(text);
  }

  end(summary: unknown): void {
    if (this.#format === "json") this.#sink.write(`\n],\n"summary":${JSON.stringify(summary)}\n}\n`);
  }
}

export function csvCell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 1/10,000 € as a decimal in euros. */
export function euros(amount: bigint): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${sign}${digits.slice(0, -4)}.${decimals}`;
}

// Answers row by row, as CSV, NDJSON, one object of JSON, or Parquet. A row that could not be read says why.
import { extname } from "node:path";
import { Failure } from "../kit/failure.ts";
import type { Words } from "../kit/words.ts";
import { ParquetAnswers } from "./parquet-answers.ts";
import type { Answers, Cell, Column, Problem } from "./row.ts";
import { said } from "./row.ts";
import type { Sink } from "./sink.ts";

export const OUTPUTS = ["csv", "ndjson", "json", "parquet"] as const;
export type OutputFormat = (typeof OUTPUTS)[number];

const EXTENSIONS: { [extension: string]: OutputFormat } = { ".csv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson", ".json": "json", ".parquet": "parquet", ".pq": "parquet" };

/** As the call says; else as the name of the file does. */
export function outputFormat<F extends OutputFormat>({ format, out }: { format?: F | undefined; out?: string | undefined }, formats: readonly F[], usual: F, { actsWords }: Words): F {
  if (format === "parquet" && out === undefined && process.stdout.isTTY) throw new Failure(actsWords.noText);
  if (format !== undefined) return format;
  const named = out === undefined ? undefined : EXTENSIONS[extname(out).toLowerCase()];
  if (named === undefined) return usual;
  const found = formats.find((one) => one === named);
  if (found === undefined) throw new Failure(actsWords.notWritten(out!, formats));
  return found;
}

export async function answersOf(sink: Sink, format: OutputFormat, columns: readonly Column[]): Promise<Answers> {
  return format === "parquet" ? ParquetAnswers.create(sink, columns) : new TextAnswers(sink, format, columns);
}

class TextAnswers implements Answers {
  readonly #sink: Sink;
  readonly #format: OutputFormat;
  readonly #names: readonly string[];
  #isFirst = true;

  constructor(sink: Sink, format: OutputFormat, columns: readonly Column[]) {
    this.#sink = sink;
    this.#format = format;
    this.#names = columns.map(({ name }) => name);
    if (format === "csv") sink.write(`${[...this.#names, "problem"].join(",")}\n`);
    if (format === "json") sink.write('{\n"version":1,\n"acts":[');
  }

  row(cells: readonly Cell[], problems: readonly Problem[]): void {
    if (this.#format === "csv") {
      this.#sink.write(`${cells.map(csvCell).join(",")},${csvCell(said(problems))}\n`);
      return;
    }
    let text = "";
    for (const [index, name] of this.#names.entries()) text += `${index === 0 ? "{" : ","}"${name}":${jsonCell(cells[index]!)}`;
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
  if (typeof value === "bigint") return euros(value);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function jsonCell(value: Cell): string {
  return typeof value === "bigint" ? `"${euros(value)}"` : JSON.stringify(value);
}

/** 1/10,000 € as a decimal in euros. */
export function euros(amount: bigint): string {
  const sign = amount < 0n ? "-" : "";
  const digits = (amount < 0n ? -amount : amount).toString().padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0{1,2}$/, "");
  return `${sign}${digits.slice(0, -4)}.${decimals}`;
}

/** Benefit tables: made in a worker, written as files, and a cell read as a rule. Fetched with the view that needs it. */
import {
  type BenefitTable, benefitTableCsv, benefitTableHtml, benefitTableMarkdown, readBenefit,
} from "care-coverage/benefit-table";
import type { Made, TableQuestion } from "./table-question";

export type { TableData, TableQuestion } from "./table-question";
export { readBenefit };
export type { BenefitExample, BenefitReading, BenefitTable, BenefitTableRow, BenefitUnsaid } from "care-coverage/benefit-table";

export type TableAnswer = { state: "ready"; table: BenefitTable } | { state: "failed" };

export const FORMATS = ["html", "csv", "md", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

const TYPES: Record<Format, string> = {
  html: "text/html", csv: "text/csv", md: "text/markdown", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The table as a file. Rejects where what writes spreadsheets cannot be fetched. */
export async function fileOf(table: BenefitTable, format: Format): Promise<Blob> {
  return new Blob([await contentOf(table, format)], { type: TYPES[format] });
}

async function contentOf(table: BenefitTable, format: Format): Promise<BlobPart> {
  if (format === "html") return benefitTableHtml(table, { document: true });
  if (format === "md") return benefitTableMarkdown(table);
  // With the mark by which spreadsheet programs know UTF-8.
  if (format === "csv") return `\ufeff${benefitTableCsv(table)}`;
  const { benefitTableXlsx } = await import("care-coverage/spreadsheet");
  return (await benefitTableXlsx(table)) as Uint8Array<ArrayBuffer>;
}

interface Waiting {
  resolve: (answer: TableAnswer) => void;
  reject: (reason: unknown) => void;
}

let worker: Worker | null = null;
let given = 0;
const waiting = new Map<number, Waiting>();

/** Rejects where the signal does. The worker is kept for the next question, and made anew where it has failed. */
export function askTable(question: TableQuestion, signal: AbortSignal): Promise<TableAnswer> {
  return new Promise((resolve, reject) => {
    const number = (given += 1);
    waiting.set(number, { resolve, reject });
    signal.addEventListener("abort", () => waiting.delete(number) && reject(signal.reason as Error));
    worker ??= started();
    worker.postMessage({ number, question });
  });
}

function started(): Worker {
  const made = new Worker(new URL("./table-worker.ts", import.meta.url), { type: "module" });
  made.addEventListener("message", ({ data: { number, made: answer } }: MessageEvent<{ number: number; made: Made }>) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (answer.state === "failed") end();
    asked?.resolve(answer.state === "ready" ? answer : { state: "failed" });
  });
  made.addEventListener("error", end);
  return made;
}

function end(): void {
  worker?.terminate();
  worker = null;
  for (const { resolve } of waiting.values()) resolve({ state: "failed" });
  waiting.clear();
}

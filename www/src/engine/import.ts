/** A benefit table that comes in: its cells, and what it says, asked of a worker of its own. */
import type { AnswerOf, ImportQuestion, ReadingAnswer, ReadingQuestion, SheetsAnswer, TableSource } from "./import-question";

export type { NoTable, ReadingAnswer, ReadingData, ReadingQuestion, Sheet, SheetsAnswer, TableSource } from "./import-question";
export type { BenefitFormula, BenefitGrid, BenefitGridCell, BenefitPlace, BenefitTableReadCell, BenefitTableReading, BenefitTableReadRow } from "care-coverage/benefit-table";

/** It could not be answered at all. */
type Failed = { state: "failed" };

export function askSheets(source: TableSource, signal: AbortSignal): Promise<SheetsAnswer | Failed> {
  return ask({ kind: "sheets", source }, signal);
}

export function askReading(question: ReadingQuestion, signal: AbortSignal): Promise<ReadingAnswer | Failed> {
  return ask(question, signal);
}

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (reason: unknown) => void;
}

let worker: Worker | null = null;
let given = 0;
const waiting = new Map<number, Waiting>();

/** Rejects where the signal does. The worker is kept for the next question, and made anew where it has failed. */
function ask<Q extends ImportQuestion>(question: Q, signal: AbortSignal): Promise<AnswerOf<Q>> {
  return new Promise((resolve, reject) => {
    const number = (given += 1);
    waiting.set(number, { resolve: resolve as Waiting["resolve"], reject });
    signal.addEventListener("abort", () => waiting.delete(number) && reject(signal.reason as Error));
    worker ??= started();
    worker.postMessage({ number, question });
  });
}

function started(): Worker {
  const made = new Worker(new URL("./import-worker.ts", import.meta.url), { type: "module" });
  made.addEventListener("message", ({ data: { number, answer } }: MessageEvent<{ number: number; answer: { state: string } }>) => {
    const asked = waiting.get(number);
    waiting.delete(number);
    if (answer.state === "failed") end();
    asked?.resolve(answer);
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

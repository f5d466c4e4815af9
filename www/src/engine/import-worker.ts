/** Files of benefit tables are opened, and tables are read, here: the page answers meanwhile, whatever their size. */
import type { Failed, ImportQuestion, ReadingAnswer, SheetsAnswer } from "./import-question";

// The engine starts after the message has come: who waits for it first would miss the message.
addEventListener("message", async ({ data: { number, question } }: MessageEvent<{ number: number; question: ImportQuestion }>) => {
  postMessage({ number, answer: await answerTo(question) });
});

async function answerTo(question: ImportQuestion): Promise<SheetsAnswer | ReadingAnswer | Failed> {
  try {
    if (question.kind === "sheets") return await (await import("./read-sheets")).sheetsOf(question.source);
    return (await import("./read-table")).readingOf(question);
  } catch (error) {
    return { state: "failed", cause: error instanceof Error ? error.message : String(error) };
  }
}

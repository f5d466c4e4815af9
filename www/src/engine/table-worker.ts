/** Benefit tables are made here, so that the page answers meanwhile: that of the example takes some 100 ms. */
import type { Made, TableQuestion } from "./table-question";

// The engine starts after the message has come: who waits for it first would miss the message.
addEventListener("message", async ({ data: { number, question } }: MessageEvent<{ number: number; question: TableQuestion }>) => {
  postMessage({ number, made: await make(question) });
});

async function make(question: TableQuestion): Promise<Made> {
  try {
    const { tableOf } = await import("./make-table");
    return tableOf(question);
  } catch (error) {
    return { state: "failed", cause: error instanceof Error ? error.message : String(error) };
  }
}

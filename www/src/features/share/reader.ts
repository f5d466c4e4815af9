/** Reads a link in a worker of its own, which ends with it. */
import type { ReadLink } from "./read-link";

/** Who has waited so long would wait as long again on the page, which does not answer then. */
const LONGEST_MS = 10_000;

export async function readInWorker(part: string, signal: AbortSignal): Promise<ReadLink> {
  const worker = new Worker(new URL("./link-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<ReadLink>) => resolve(data));
      worker.addEventListener("error", (event) => {
        event.preventDefault();
        resolve({ ok: false, reason: "failed" });
      });
      const stop = () => resolve({ ok: false, reason: "too_slow" });
      const timer = setTimeout(stop, LONGEST_MS);
      signal.addEventListener("abort", () => (clearTimeout(timer), stop()));
      worker.postMessage(part);
    });
  } finally {
    worker.terminate();
  }
}

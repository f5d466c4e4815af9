/** A million realistic claims: generated in a worker, as a file like any other. */
import { signal } from "@preact/signals";
import { say } from "../../store/page";
import { loadExample } from "../documents/actions";
import { evaluateFile, showPart } from "./actions";
import { costWords as c } from "./cost-words";
import type { Made } from "./million-worker";
import { basis } from "./model";

/** Bytes so far; null while nothing is generated. */
export const making = signal<number | null>(null);

export async function makeMillion(): Promise<void> {
  if (making.value !== null) return;
  making.value = 0;
  const parts = await generated().finally(() => (making.value = null));
  if (parts === null) return say({ tone: "failed", text: c.notMade });
  if (basis.value === null) await loadExample();
  showPart("costs");
  await evaluateFile(new File(parts, c.millionName, { type: "text/csv" }));
}

/** Each part is the browser's once it is there: it need not stay in the memory of the page. */
function generated(): Promise<Blob[] | null> {
  const worker = new Worker(new URL("./million-worker.ts", import.meta.url), { type: "module" });
  const parts: Blob[] = [];
  return new Promise<Blob[] | null>((resolve) => {
    worker.addEventListener("message", ({ data }: MessageEvent<Made>) => {
      if (data.kind === "failed") return resolve(null);
      if (data.kind === "done") return resolve(parts);
      parts.push(new Blob([data.bytes]));
      making.value = (making.value ?? 0) + data.bytes.length;
    });
    worker.addEventListener("error", (event) => (event.preventDefault(), resolve(null)));
  }).finally(() => worker.terminate());
}

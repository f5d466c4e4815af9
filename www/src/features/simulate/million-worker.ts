/** Generates the example claims, a part at a time. */
import { claimsExample } from "../../../../examples/claims/claims-example.mjs";

export type Made = { kind: "part"; bytes: Uint8Array<ArrayBuffer> } | { kind: "done" } | { kind: "failed" };

const ROWS = 1_000_000;
/** One row in a thousand cannot be read or decided, as in files of people. */
const MISTAKES = 0.001;

const tell = (made: Made, transfer: Transferable[] = []) => postMessage(made, { transfer });

async function make(): Promise<void> {
  const reader = claimsExample({ rows: ROWS, mistakes: MISTAKES }).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return tell({ kind: "done" });
    const bytes = value as Uint8Array<ArrayBuffer>;
    tell({ kind: "part", bytes }, [bytes.buffer]);
  }
}

make().catch(() => tell({ kind: "failed" }));

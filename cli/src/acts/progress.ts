// How far a call is, on a terminal alone: one line, which is taken away at the end. Where answers come to that terminal meanwhile, there is none.
import { put } from "../kit/output.ts";

export interface Progress {
  at(rows: number, bytes: number, total: number | null): void;
  end(): void;
}

const EVERY = 100;

export function createProgress({ isShown: isWanted, words }: { isShown: boolean; words: { rows: (rows: number) => string } }): Progress {
  if (!isWanted || !process.stderr.isTTY) return { at() {}, end() {} };
  let last = 0;
  let isShown = false;
  return {
    at(rows, bytes, total) {
      const now = performance.now();
      if (now - last < EVERY) return;
      last = now;
      isShown = true;
      const part = total === null || total === 0 ? "" : `  ${Math.floor((100 * bytes) / total)} %`;
      put(2, `\r\u001b[K${words.rows(rows)}${part}`);
    },
    end() {
      if (isShown) put(2, "\r\u001b[K");
    },
  };
}

// What a call has read. It is not written over by an answer: a slip of `--out` would lose it.
import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import { OutFailure } from "./failure.ts";

const read = new Set<string>();

export function noteRead(file: string): void {
  if (file !== "-") read.add(real(file));
}

/** Throws for a file that was read. */
export function refuseRead(out: string): void {
  if (read.has(real(out))) throw new OutFailure(out, { code: "WAS_READ" });
}

/** What links lead to; the name itself where there is nothing yet. */
export function real(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return resolve(file);
  }
}

// Writes a file whole or not at all: next to it first, then in its place. What was begun when the program is ended is removed.
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { real } from "./inputs.ts";

const begun = new Set<string>();

export function temporaryFor(file: string): string {
  const name = join(dirname(real(file)), `.care-coverage-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  begun.add(name);
  return name;
}

/** Of a link, in the place of what it leads to. */
export function putInPlace(temporary: string, file: string): void {
  renameSync(temporary, real(file));
  begun.delete(temporary);
}

/** Whether a file is a device, a pipe or a socket: it takes what is written, and nothing takes its place. */
export function takesInOrder(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && !stats.isFile() && !stats.isDirectory();
}

export function writeWhole(file: string, text: string | Uint8Array): void {
  if (takesInOrder(file)) return writeFileSync(file, text);
  const temporary = temporaryFor(file);
  try {
    writeFileSync(temporary, text, { mode: modeOf(file), flag: "wx" });
    putInPlace(temporary, file);
  } finally {
    discard(temporary);
  }
}

export function discard(temporary: string): void {
  if (begun.delete(temporary)) rmSync(temporary, { force: true });
}

/** Ends the program as a signal does, without a file that is half written. */
export function endCleanly(): void {
  for (const [signal, number] of [["SIGINT", 2], ["SIGTERM", 15], ["SIGHUP", 1]] as const) {
    process.once(signal, () => {
      for (const temporary of begun) discard(temporary);
      process.exit(128 + number);
    });
  }
}

function modeOf(file: string): number | undefined {
  try {
    return statSync(file).mode & 0o777;
  } catch {
    return undefined;
  }
}

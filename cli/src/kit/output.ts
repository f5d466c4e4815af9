// Standard output and standard error: with colours only where somebody looks at them, and without an error where the reader has gone.
import { writeSync } from "node:fs";
import { FileFailure, OutFailure, UNUSABLE } from "./failure.ts";
import { refuseRead } from "./inputs.ts";
import { writeWhole } from "./write.ts";

export interface Output {
  /** The answer. */
  print(text: string): void;
  /** What is said about it, to people: nothing with `--quiet`. */
  note(text: string): void;
  readonly color: boolean;
  /** Writes what was printed, where it goes to a file. */
  end(): void;
}

export interface OutputOptions { quiet?: boolean | undefined; color?: boolean | undefined; out?: string | undefined }

export function createOutput({ quiet = false, color, out }: OutputOptions): Output {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const wanted = color ?? (NO_COLOR ? false : FORCE_COLOR ? FORCE_COLOR !== "0" : Boolean(process.stdout.isTTY) && TERM !== "dumb");
  const kept: string[] = [];
  return {
    color: wanted && out === undefined,
    print: (text) => (out === undefined ? put(1, text) : kept.push(text)),
    note: (text) => {
      if (!quiet) put(2, text);
    },
    end: () => {
      if (out === undefined) return;
      refuseRead(out);
      try {
        writeWhole(out, kept.join(""));
      } catch (error) {
        throw new OutFailure(out, error);
      }
    },
  };
}

/** At once, whatever is at the other end, and all of it before the program ends. */
export function put(descriptor: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // The reader has enough.
      if (code === "EPIPE") process.exit(process.exitCode ?? 0);
      if (code !== "EAGAIN" && descriptor === 1) throw new FileFailure("<stdout>", error);
      // There is nobody to say it to.
      if (code !== "EAGAIN") process.exit(UNUSABLE);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

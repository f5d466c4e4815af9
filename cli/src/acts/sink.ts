// Where answers of many acts go: standard output, a pipe or a device, or a file that is whole when the call ends and not there before.
import { closeSync, openSync, writeSync } from "node:fs";
import { OutFailure } from "../kit/failure.ts";
import { refuseRead } from "../kit/inputs.ts";
import { put } from "../kit/output.ts";
import { discard, putInPlace, takesInOrder, temporaryFor } from "../kit/write.ts";

export interface Sink {
  write(text: string): void;
  /** A copy is written at once: the bytes may change afterwards. */
  writeBytes(bytes: Uint8Array): void;
  end(): void;
  /** After an error: nothing is left of what was begun. */
  drop(): void;
}

/** Pieces of about this many characters are written together. */
const ENOUGH = 1 << 16;

export function sinkOf(out: string | undefined): Sink {
  let kept: string[] = [];
  let length = 0;
  const [write, end, drop] = out === undefined ? [(text: string | Uint8Array) => put(1, text), () => {}, () => {}] : fileSink(out);
  const flush = () => {
    if (length > 0) write(kept.join(""));
    [kept, length] = [[], 0];
  };
  return {
    write(text) {
      kept.push(text);
      length += text.length;
      if (length >= ENOUGH) flush();
    },
    writeBytes(bytes) {
      flush();
      write(bytes);
    },
    end() {
      flush();
      end();
    },
    drop,
  };
}

function fileSink(out: string): [write: (text: string | Uint8Array) => void, end: () => void, drop: () => void] {
  refuseRead(out);
  const attempt = <T>(step: () => T): T => {
    try {
      return step();
    } catch (error) {
      throw new OutFailure(out, error);
    }
  };
  const inOrder = attempt(() => takesInOrder(out));
  const written = inOrder ? out : temporaryFor(out);
  const descriptor = attempt(() => openSync(written, inOrder ? "w" : "wx"));
  let isOpen = true;
  const close = () => {
    if (isOpen) closeSync(descriptor);
    isOpen = false;
  };
  return [
    (text) => attempt(() => {
      const bytes = typeof text === "string" ? Buffer.from(text) : text;
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    }),
    () => attempt(() => {
      close();
      if (!inOrder) putInPlace(written, out);
    }),
    () => {
      close();
      discard(written);
    },
  ];
}

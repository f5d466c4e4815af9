/** A file of acts as bytes of text, a part at a time: as it is, or as its columns are written in a table. */
import { textOf } from "../../kit/columnar";
import { type Format, isColumnar } from "./format";

export interface FilePart {
  bytes: Uint8Array<ArrayBuffer>;
  /** How many bytes of the file are read with it. */
  read: number;
}

const PART_BYTES = 1 << 18;

export async function* partsOf(file: Blob, format: Format): AsyncGenerator<FilePart> {
  if (isColumnar(format)) {
    const encoder = new TextEncoder();
    for await (const { text, read } of textOf(file, format)) yield { bytes: encoder.encode(text), read };
    return;
  }
  for (let start = 0; start < file.size; start += PART_BYTES) {
    const bytes = new Uint8Array(await file.slice(start, start + PART_BYTES).arrayBuffer());
    yield { bytes, read: start + bytes.length };
  }
}

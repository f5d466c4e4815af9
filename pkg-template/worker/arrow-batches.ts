// Where the record batches of an Arrow file or stream are: the messages are walked through, and no more is read of each than its head.
import type { FilePiece, Range } from "../claim-files/reader.ts";
import type { FileBytes } from "./claim-files.ts";
import { unusable } from "./errors.ts";

/** Rows that are read together. */
const ROWS = 1 << 18;
/** Bytes that are, where rows are long. */
const BYTES = 1 << 25;

const FILE_MAGIC = "ARROW1";
const CONTINUATION = 0xffffffff;
const [SCHEMA, DICTIONARY, RECORDS] = [1, 2, 3];
/** Of the metadata: V5. */
const VERSION = 4;

interface Message {
  range: Range;
  kind: number;
  rows: number;
}

/** The schema as a message, with which each part of the file is read. */
export async function arrowStart(file: FileBytes): Promise<Uint8Array> {
  if (await isFile(file)) return schemaOfFooter(file);
  const first = await messageAt(file, 0);
  if (first?.kind !== SCHEMA) throw damaged("it does not begin with a schema");
  return new Uint8Array(await file.read(...first.range));
}

/** Before the footer of a file: its length and the magic. */
const TRAILER = 4 + FILE_MAGIC.length;
/** Where the footer lies in the message that is made of it. */
const FOOTER_AT = 32;

/** A file may have its schema in the footer alone. A message is put before the footer that says where in it the schema is. */
async function schemaOfFooter(file: FileBytes): Promise<Uint8Array> {
  const trailer = await file.read(file.size - TRAILER, file.size);
  const length = new DataView(trailer).getInt32(0, true);
  const start = file.size - TRAILER - length;
  if (magicOf(new Uint8Array(trailer, 4)) !== FILE_MAGIC || length < 8 || start < 8) throw damaged("its last bytes are not `ARROW1`, so that it is not whole");
  const footer = new Uint8Array(await file.read(start, start + length));
  const metadata = Math.ceil((FOOTER_AT + length) / 8) * 8;
  const message = new Uint8Array(8 + metadata);
  const view = new DataView(message.buffer, 8);
  const schema = inBounds(() => new FlatTable(new DataView(footer.buffer)).table(1).at, "its footer cannot be read");
  new DataView(message.buffer).setUint32(0, CONTINUATION, true);
  new DataView(message.buffer).setInt32(4, metadata, true);
  // The place of the table; of its fields: the size of this list, that of the table, version, kind, header.
  view.setUint32(0, 16, true);
  [12, 12, 4, 6, 8].forEach((place, position) => view.setUint16(4 + position * 2, place, true));
  view.setInt32(16, 12, true);
  view.setInt16(20, VERSION, true);
  view.setUint8(22, SCHEMA);
  view.setUint32(24, FOOTER_AT + schema - 24, true);
  message.set(footer, 8 + FOOTER_AT);
  return message;
}

async function isFile(file: FileBytes): Promise<boolean> {
  return magicOf(new Uint8Array(await file.read(0, Math.min(FILE_MAGIC.length, file.size)))) === FILE_MAGIC;
}

function magicOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, FILE_MAGIC.length));
}

/** Record batches, as many as are read together, with all dictionaries before them. */
export async function* batchesOf(file: FileBytes): AsyncGenerator<FilePiece> {
  const dictionaries: Range[] = [];
  let [ranges, rows, bytes]: [Range[], number, number] = [[], 0, 0];
  let hasRecords = false;
  // A file has the stream after eight bytes.
  const start = (await isFile(file)) ? 8 : 0;
  for (let message = await messageAt(file, start); message !== undefined; message = await messageAt(file, message.range[1])) {
    if (message.kind === DICTIONARY) dictionaries.push(message.range);
    if (message.kind !== RECORDS && message.kind !== DICTIONARY) continue;
    ranges.push(message.range);
    if (message.kind === DICTIONARY) continue;
    hasRecords = true;
    rows += message.rows;
    bytes += message.range[1] - message.range[0];
    if (rows < ROWS && bytes < BYTES) continue;
    yield { ranges, rows };
    [ranges, rows, bytes, hasRecords] = [[...dictionaries], 0, 0, false];
  }
  if (hasRecords) yield { ranges, rows };
}

/** The message at a place; undefined at the end. */
async function messageAt(file: FileBytes, start: number): Promise<Message | undefined> {
  if (start === file.size) return undefined;
  if (start + 8 > file.size) throw damaged(`it ends within a message at byte ${start}`);
  const prefix = new DataView(await file.read(start, start + 8));
  const isNew = prefix.getUint32(0, true) === CONTINUATION;
  const length = prefix.getInt32(isNew ? 4 : 0, true);
  if (length === 0) return undefined;
  const head = start + (isNew ? 8 : 4);
  if (length < 0 || head + length > file.size) throw damaged(`it ends within a message at byte ${start}`);
  const view = new DataView(await file.read(head, head + length));
  return inBounds(() => {
    const table = new FlatTable(view);
    const end = head + length + table.int64(3);
    if (!(end >= head && end <= file.size)) throw damaged(`it ends within a message at byte ${start}`);
    const kind = table.byte(1);
    return { range: [start, end], kind, rows: kind === RECORDS ? table.table(2).int64(0) : 0 };
  }, `its message at byte ${start} cannot be read`);
}

/** Offsets of a damaged file may lead out of it. */
function inBounds<T>(read: () => T, says: string): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? damaged(says) : error;
  }
}

/** A table of a flatbuffer: fields by their positions, 0 where they are left out. */
class FlatTable {
  readonly at: number;
  readonly #view: DataView;

  constructor(view: DataView, at = view.getUint32(0, true)) {
    this.#view = view;
    this.at = at;
  }

  byte(field: number): number {
    const place = this.#place(field);
    return place === undefined ? 0 : this.#view.getUint8(place);
  }

  int64(field: number): number {
    const place = this.#place(field);
    return place === undefined ? 0 : Number(this.#view.getBigInt64(place, true));
  }

  table(field: number): FlatTable {
    const place = this.#place(field) ?? 0;
    return new FlatTable(this.#view, place + this.#view.getUint32(place, true));
  }

  #place(field: number): number | undefined {
    const places = this.at - this.#view.getInt32(this.at, true);
    const entry = 4 + field * 2;
    if (entry >= this.#view.getUint16(places, true)) return undefined;
    const offset = this.#view.getUint16(places + entry, true);
    return offset === 0 ? undefined : this.at + offset;
  }
}

function damaged(why: string) {
  return unusable("wrong_type", `the Arrow file is damaged, or none: ${why}`);
}

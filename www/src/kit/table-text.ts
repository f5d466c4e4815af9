/**
 * Which text do the bytes of a file hold, as spreadsheets write it? It is read a part at a time, however long it is.
 *
 * UTF-16 has its mark. Anything else is UTF-8 until the first line that cannot be: then it is Windows-1252, unless letters of UTF-8 came before.
 */

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

const LF = 0x0a;
/** A line that is longer is cut: nobody reads it, and memory is bounded. */
const LONGEST_LINE = 1 << 22;

export class TextOfBytes {
  encoding: Encoding = "utf-8";
  hasMark = false;
  private begun: Uint8Array<ArrayBuffer> = new Uint8Array();
  private hasStarted = false;
  private isSure = false;
  private utf16: TextDecoder | null = null;

  /** The text up to the last line that ends here. */
  push(bytes: Uint8Array<ArrayBuffer>): string {
    const all = this.begun.length === 0 ? bytes : joined(this.begun, bytes);
    this.begun = new Uint8Array();
    if (!this.hasStarted) {
      if (all.length < 3) return this.keep(all);
      this.start(all);
    }
    if (this.utf16) return this.utf16.decode(all, { stream: true });
    const end = all.lastIndexOf(LF) + 1;
    const rest = all.length - end;
    if (rest > LONGEST_LINE) return this.decoded(all);
    this.keep(all.subarray(end));
    return this.decoded(all.subarray(0, end));
  }

  /** What is left at the end. */
  finish(): string {
    const rest = this.begun;
    this.begun = new Uint8Array();
    if (!this.hasStarted) this.start(rest);
    return this.utf16 ? this.utf16.decode(rest) : this.decoded(rest);
  }

  private keep(bytes: Uint8Array<ArrayBuffer>): "" {
    this.begun = bytes.slice();
    return "";
  }

  private start(bytes: Uint8Array): void {
    this.hasStarted = true;
    const begins = (...mark: number[]) => mark.every((byte, index) => bytes[index] === byte);
    this.hasMark = begins(0xef, 0xbb, 0xbf);
    this.isSure = this.hasMark;
    if (!begins(0xff, 0xfe) && !begins(0xfe, 0xff)) return;
    this.encoding = bytes[0] === 0xff ? "utf-16le" : "utf-16be";
    this.hasMark = true;
    this.utf16 = new TextDecoder(this.encoding);
  }

  private decoded(bytes: Uint8Array): string {
    if (bytes.length === 0) return "";
    if (this.encoding === "windows-1252") return new TextDecoder("windows-1252").decode(bytes);
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
      this.isSure ||= text.length < bytes.length;
      return text;
    } catch {
      if (this.isSure) return new TextDecoder().decode(bytes);
      this.encoding = "windows-1252";
      return this.decoded(bytes);
    }
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}

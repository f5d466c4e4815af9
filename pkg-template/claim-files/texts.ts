// The texts of a column, each with a code, found by its bytes: a text is decoded once, however often it comes.

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** The code of no value; of an empty text, too, which is an empty cell. */
export const NOTHING = 0;
/** The code of a fact that does not apply. */
export const NULL = 1;
/** Codes of values count from here. */
export const FIRST = 2;

export class Texts {
  readonly names: string[] = [];
  /** The bytes of all names, one after the other, and by name where they end. */
  #bytes = new Uint8Array(1_024);
  #ends = new Int32Array(64);
  /** By hash the number of a name, from 1 on; 0: none. Their number is a power of two. */
  #slots = new Int32Array(128);
  #last = 0;

  codeOf(bytes: Uint8Array, start: number, length: number): number {
    if (length === 0) return NOTHING;
    // Rows of one person come one after the other in many files.
    if (this.#last > 0 && this.#is(this.#last, bytes, start, length)) return this.#last - 1 + FIRST;
    const mask = this.#slots.length - 1;
    let slot = hashOf(bytes, start, length) & mask;
    let number = this.#slots[slot]!;
    while (number > 0 && !this.#is(number, bytes, start, length)) {
      slot = (slot + 1) & mask;
      number = this.#slots[slot]!;
    }
    if (number === 0) {
      number = this.#add(bytes.subarray(start, start + length));
      this.#slots[slot] = number;
      if (number * 2 > mask) this.#spread();
    }
    this.#last = number;
    return number - 1 + FIRST;
  }

  #start(number: number): number {
    return number === 1 ? 0 : this.#ends[number - 2]!;
  }

  #is(number: number, bytes: Uint8Array, start: number, length: number): boolean {
    const [own, first] = [this.#bytes, this.#start(number)];
    if (this.#ends[number - 1]! - first !== length) return false;
    for (let at = 0; at < length; at++) if (own[first + at] !== bytes[start + at]) return false;
    return true;
  }

  #add(text: Uint8Array): number {
    const number = this.names.push(decoder.decode(text));
    const [start, end] = [this.#start(number), this.#start(number) + text.length];
    if (end > this.#bytes.length) this.#bytes = longer(this.#bytes, new Uint8Array(end * 2));
    if (number > this.#ends.length) this.#ends = longer(this.#ends, new Int32Array(number * 2));
    this.#bytes.set(text, start);
    this.#ends[number - 1] = end;
    return number;
  }

  /** Over twice as many slots. */
  #spread(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let number = 1; number <= this.names.length; number++) {
      const start = this.#start(number);
      let slot = hashOf(this.#bytes, start, this.#ends[number - 1]! - start) & mask;
      while (slots[slot]! > 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
    this.#slots = slots;
  }
}

function longer<A extends Uint8Array | Int32Array>(given: A, into: A): A {
  into.set(given);
  return into;
}

/** FNV-1a, its upper bits mixed into the lower ones. */
function hashOf(bytes: Uint8Array, start: number, length: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < start + length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

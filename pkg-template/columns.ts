// Acts in columns, a code for each fact: how they cross the boundary to the core, and to a worker.
import type * as core from "#glue";
import type { Invalid } from "./answers.ts";
import type { ActEncoder } from "./encoder.ts";

/** The columns in the order in which the core takes them. */
export type Parts = [
  careType: Uint32Array, age: Uint8Array,
  optam: Uint8Array, visibleTooth: Uint8Array, conventionne: Uint8Array, secu: Uint8Array,
  practitioner: Uint32Array, lens: Uint32Array, mode: Uint32Array, nature: Uint32Array,
];

export class Columns {
  readonly parts: Parts;
  // Each by its name: to take them out of the list for every act would cost as much as writing them.
  readonly #careType: Uint32Array;
  readonly #age: Uint8Array;
  readonly #optam: Uint8Array;
  readonly #visibleTooth: Uint8Array;
  readonly #conventionne: Uint8Array;
  readonly #secu: Uint8Array;
  readonly #practitioner: Uint32Array;
  readonly #lens: Uint32Array;
  readonly #mode: Uint32Array;
  readonly #nature: Uint32Array;

  constructor(parts: Parts) {
    this.parts = parts;
    [
      this.#careType, this.#age, this.#optam, this.#visibleTooth, this.#conventionne, this.#secu,
      this.#practitioner, this.#lens, this.#mode, this.#nature,
    ] = parts;
  }

  static ofLength(length: number): Columns {
    const bytes = () => new Uint8Array(length);
    const words = () => new Uint32Array(length);
    return new Columns([words(), bytes(), bytes(), bytes(), bytes(), bytes(), words(), words(), words(), words()]);
  }

  /** The act that the encoder read last. */
  write(index: number, encoder: ActEncoder): void {
    this.#careType[index] = encoder.careType;
    this.#age[index] = encoder.age;
    this.#optam[index] = encoder.optam;
    this.#visibleTooth[index] = encoder.visibleTooth;
    this.#conventionne[index] = encoder.conventionne;
    this.#secu[index] = encoder.secu;
    this.#practitioner[index] = encoder.practitioner;
    this.#lens[index] = encoder.lens;
    this.#mode[index] = encoder.mode;
    this.#nature[index] = encoder.nature;
  }

  /** Care type, age, and the eight facts in the order of the filter's conditions. */
  writeCodes(index: number, codes: ArrayLike<number>): void {
    const [careType, age, optam, visibleTooth, conventionne, secu, practitioner, lens, mode, nature] = this.parts;
    const inOrder = [careType, age, optam, visibleTooth, conventionne, practitioner, lens, secu, mode, nature];
    inOrder.forEach((column, position) => (column[index] = codes[position] ?? 0));
  }

  /** An act that could not be read: one without a care type. */
  writeInvalid(index: number): void {
    this.writeCodes(index, []);
  }

  /** Writes the answers for some rows, as many as there is room for from `start` on. */
  ask(coverage: core.Coverage, start: number, outcomes: Uint8Array, guarantees: Int32Array): [counts: Uint32Array, invalid: Invalid] {
    const { length } = outcomes;
    const rows = this.parts.map((column) => column.subarray(start, start + length)) as Parts;
    return coverage.evaluateColumns(...rows, outcomes, guarantees) as [Uint32Array, Invalid];
  }
}

// Acts in columns, a code for each fact: how they cross the boundary to the core, and to a worker.
import type * as core from "#glue";
import type { ActEncoder } from "./encoder.ts";

/** The columns in the order in which the core takes them. */
export type Parts = [
  careType: Uint32Array, age: Uint8Array,
  optam: Uint8Array, visibleTooth: Uint8Array, conventionne: Uint8Array, secu: Uint8Array,
  practitioner: Uint32Array, lens: Uint32Array, mode: Uint32Array, nature: Uint32Array,
];

/** A care type that is in no catalogue, in the place of an act that could not be read. */
const NO_CARE_TYPE = 1;

export class Columns {
  readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  static ofLength(length: number): Columns {
    const bytes = () => new Uint8Array(length);
    const words = () => new Uint32Array(length);
    return new Columns([words(), bytes(), bytes(), bytes(), bytes(), bytes(), words(), words(), words(), words()]);
  }

  /** The act that the encoder read last. */
  write(index: number, encoder: ActEncoder): void {
    const [careType, age, optam, visibleTooth, conventionne, secu, practitioner, lens, mode, nature] = this.parts;
    careType[index] = encoder.careType;
    age[index] = encoder.age;
    optam[index] = encoder.optam;
    visibleTooth[index] = encoder.visibleTooth;
    conventionne[index] = encoder.conventionne;
    secu[index] = encoder.secu;
    practitioner[index] = encoder.practitioner;
    lens[index] = encoder.lens;
    mode[index] = encoder.mode;
    nature[index] = encoder.nature;
  }

  /** Care type, age, and the eight facts in the order of the filter's conditions. */
  writeCodes(index: number, codes: ArrayLike<number>): void {
    const [careType, age, optam, visibleTooth, conventionne, secu, practitioner, lens, mode, nature] = this.parts;
    const inOrder = [careType, age, optam, visibleTooth, conventionne, practitioner, lens, secu, mode, nature];
    inOrder.forEach((column, position) => (column[index] = codes[position] ?? 0));
  }

  /** An act that could not be read. */
  writeNone(index: number): void {
    this.writeCodes(index, [NO_CARE_TYPE]);
  }

  ask(coverage: core.Coverage, start: number, length: number): unknown {
    return coverage.evaluateColumns(...(this.parts.map((column) => column.subarray(start, start + length)) as Parts));
  }
}

// The worker's side of a simulation.
import core, { type Coverage } from "#core";
import type * as main from "../care-coverage";
import type { FileStart } from "../claim-files/reader.ts";
import type { Sides, SimulationPart } from "../simulate/part.ts";
import type { OddAct } from "./acts.ts";
import { FileReader } from "./file-reader.ts";

/** A value for the other side, and buffers that go there whole. */
export interface AnsweredValue {
  value?: unknown;
  transfer?: ArrayBuffer[];
}

/** A part, and what it needs of the source that is the same for all pieces. */
export class PartInThread {
  readonly part: SimulationPart;
  readonly file: FileReader | undefined;
  hasHeader = false;

  /** `isListed`: whether the acts that are read are listed. */
  constructor(sides: Sides<Coverage>, options: main.SimulateOptions, file: FileStart | undefined, isListed: boolean) {
    this.part = core.simulationPart(sides, options);
    if (isListed) this.part.listActs();
    this.file = file && new FileReader(file, options);
  }

  free(): void {
    this.part.free();
  }
}

export const SIMULATING: Record<string, (on: PartInThread, ...given: any[]) => AnsweredValue | Promise<AnsweredValue>> = {
  pushText: (on, header: Uint8Array | undefined, piece: number, text: Uint8Array, cutLines: number) => ({ value: begun(on, header).pushText(piece, text, cutLines) }),
  pushRows: (on, header: Uint8Array | undefined, piece: number, text: Uint8Array, rows: number[]) => ({ value: begun(on, header).pushRows(piece, text, rows) }),
  pushColumns: ({ part }, piece: number, columns: unknown[]) => ({ value: part.pushColumns(piece, columns) }),
  pushValues({ part }, piece: number, rows: unknown[], odd: OddAct[]) {
    for (const [place, copy, unreadable] of odd) rows[place] = withUnreadable(copy, unreadable);
    return { value: part.pushValues(piece, rows) };
  },
  pushDistributions: ({ part }, piece: number, distributions: unknown) => ({ value: part.pushDistributions(piece, distributions) }),
  planFile: async ({ file }) => ({ value: (await file!.file()).pieces }),
  pushFile: async ({ part, file }, piece: number, bytes: ArrayBuffer[]) => ({ value: await file!.push(part, piece, bytes) }),
  pushFileRows: async ({ part, file }, piece: number, bytes: ArrayBuffer[], rows: number[]) => ({ value: await file!.pushRows(part, piece, bytes, rows) }),
  readAgain({ part }) {
    const value = part.readAgain();
    return { value, transfer: buffersOf(value.amounts) };
  },
  state: ({ part }, bucket: number, buckets: number) => withBuffer(part.state(bucket, buckets)),
  settle: ({ part }, states: Uint8Array[]) => withBuffer(part.settle(states)),
  answer({ part }, settled: Uint8Array[], linesBefore: number) {
    const value = part.answer(settled, linesBefore);
    return { value, transfer: [value.paid.buffer as ArrayBuffer, ...buffersOf(value.simulation.amounts)] };
  },
};

function begun(on: PartInThread, header: Uint8Array | undefined): SimulationPart {
  if (header !== undefined && !on.hasHeader) on.part.setHeader(header);
  on.hasHeader = true;
  return on.part;
}

function buffersOf(amounts: main.RowAmounts | null): ArrayBuffer[] {
  const columns = (side: main.SideAmounts | null) => (side ? [side.outcomes, side.guarantees, side.complementary] : []);
  return amounts ? [amounts.charged, amounts.secu_paid, ...columns(amounts.current), ...columns(amounts.draft)].map(({ buffer }) => buffer as ArrayBuffer) : [];
}

function withBuffer(value: Uint8Array): AnsweredValue {
  return { value, transfer: [value.buffer as ArrayBuffer] };
}

/** An act as it was where it could not be copied: a field that cannot be read throws. */
export function withUnreadable(copy: unknown, fields: readonly string[]): unknown {
  for (const field of fields) Object.defineProperty(copy, field, { enumerable: true, get() { throw new Error("not copied"); } });
  return copy;
}

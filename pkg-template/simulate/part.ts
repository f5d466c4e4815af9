// A part of a simulation: what one engine reads of the claims, and joins of what all engines have read.
import * as core from "#glue";
import { type Coverage, handleOf } from "../api/coverage.ts";
import { Handle, ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { assertAmounts } from "../start.ts";
import type { Answer, ReadAgain } from "./acts.ts";

/** Coverages in the order in which they pay; the draft may be none. */
export interface Sides<C> {
  current: readonly C[];
  draft: readonly C[] | null;
}

/** Of the rows of a text. */
const ALL = new Uint32Array();

export class SimulationPart {
  readonly #handle: Handle<core.SimulationPart>;

  constructor({ current, draft }: Sides<Coverage>, options: unknown) {
    assertAmounts();
    this.#handle = new Handle(ask(() => new core.SimulationPart(options, draft !== null)), "simulation");
    try {
      for (const coverage of current) handleOf(coverage).ask((coverage) => this.#handle.ask((part) => part.pushCurrent(coverage)));
      for (const coverage of draft ?? []) handleOf(coverage).ask((coverage) => this.#handle.ask((part) => part.pushDraft(coverage)));
    } catch (error) {
      this.free();
      throw error;
    }
  }

  /** The header of a CSV, without byte order mark and line end. */
  setHeader(header: Uint8Array): void {
    this.#handle.ask((part) => part.setHeader(header));
  }

  /** Whole rows of a text. `cutLines`: line ends that belong to them and are not in the bytes. How many rows they are. */
  pushText(piece: number, rows: Uint8Array, cutLines: number): number {
    return this.#handle.ask((part) => part.pushText(piece, rows, cutLines, ALL));
  }

  /** Some rows of a piece of a text, from 0. */
  pushRows(piece: number, text: Uint8Array, rows: readonly number[]): number {
    return this.#handle.ask((part) => part.pushText(piece, text, 0, Uint32Array.from(rows)));
  }

  /** In the order of columns.ts. */
  pushColumns(piece: number, columns: unknown[]): number {
    return this.#handle.ask((part) => part.pushColumns(piece, columns));
  }

  pushValues(piece: number, rows: readonly unknown[]): number {
    return this.#handle.ask((part) => part.pushValues(piece, rows as unknown[]));
  }

  pushDistributions(piece: number, distributions: unknown): number {
    return this.#handle.ask((part) => part.pushDistributions(piece, distributions));
  }

  /** What was read of the units of a bucket. */
  state(bucket: number, buckets: number): Uint8Array {
    return this.#handle.ask((part) => part.state(bucket, buckets));
  }

  /** Joins the states that all parts have of one bucket. */
  settle(states: readonly Uint8Array[]): Uint8Array {
    return this.#handle.ask((part) => part.settle(states as Uint8Array[]));
  }

  /** The answer, of what was settled of all buckets, without acts. `linesBefore`: those of a text up to the first row. */
  answer(settled: readonly Uint8Array[], linesBefore: number): Answer {
    const [simulation, amounts, paid] = this.#handle.ask((part) => part.answer(settled as Uint8Array[], linesBefore)) as [api.Simulation, unknown[], BigInt64Array];
    return { simulation: { ...simulation, amounts: amounts.length === 0 ? null : amountsOf(amounts) }, paid };
  }

  /** From here on the acts that are read are listed. */
  listActs(): void {
    this.#handle.ask((part) => part.listActs());
  }

  /** The acts that were read since, and what is paid for each of them. */
  readAgain(): ReadAgain {
    const acts = this.#handle.ask((part) => part.acts()) as api.ClaimRow[];
    return { acts, amounts: this.answer([this.settle([this.state(0, 1)])], 0).simulation.amounts! };
  }

  free(): void {
    this.#handle.free();
  }
}

/** In the order of src/wasm/simulate.rs. */
function amountsOf(columns: readonly unknown[]): api.RowAmounts {
  const side = (first: number) => ({ outcomes: columns[first] as Uint8Array, guarantees: columns[first + 1] as Int32Array, complementary: columns[first + 2] as BigInt64Array });
  return { charged: columns[0] as BigInt64Array, secu_paid: columns[1] as BigInt64Array, current: side(2), draft: columns.length > 5 ? side(5) : null };
}

// What the thread of a worker asks in addition to the public: parts of a batch.
import type { Parts } from "../columns.ts";
import type { Vocabulary } from "../codes.ts";
import { evaluateRows } from "../evaluate-text.ts";
import { evaluateEncoded } from "../evaluate.ts";
import { type Sides, SimulationPart } from "../simulate/part.ts";
import { type Coverage, handleOf } from "./coverage.ts";

export default {
  vocabulary: (coverage: Coverage) => handleOf(coverage).ask((coverage) => coverage.actCodes()) as Vocabulary,
  evaluateRows: (coverage: Coverage, header: Uint8Array | undefined, number: number, rows: Uint8Array) =>
    handleOf(coverage).ask((coverage) => evaluateRows(coverage, header, number, rows)),
  simulationPart: (sides: Sides<Coverage>, options: unknown) => new SimulationPart(sides, options),
  evaluateEncoded: (coverage: Coverage, parts: Parts, odd: readonly (readonly [place: number, act: unknown])[]) =>
    handleOf(coverage).ask((coverage) => evaluateEncoded(coverage, parts, odd)),
};

// What the thread of a worker asks in addition to the public: parts of a batch.
import type { Parts } from "../columns.ts";
import type { Vocabulary } from "../codes.ts";
import { TextBatch } from "../evaluate-text.ts";
import { evaluateEncoded } from "../evaluate.ts";
import { type Coverage, handleOf } from "./coverage.ts";

export default {
  vocabulary: (coverage: Coverage) => handleOf(coverage).ask((coverage) => coverage.actCodes()) as Vocabulary,
  textBatch: (coverage: Coverage, isCsv: boolean) => handleOf(coverage).ask((coverage) => new TextBatch(coverage, isCsv)),
  evaluateEncoded: (coverage: Coverage, parts: Parts, odd: readonly (readonly [place: number, act: unknown])[]) =>
    handleOf(coverage).ask((coverage) => evaluateEncoded(coverage, parts, odd)),
};

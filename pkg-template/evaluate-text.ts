// Acts in a text: cut into pieces here, so that the core holds one at a time, and read by the core.
import type * as core from "#glue";
import { ask } from "./ask.ts";
import type * as api from "./care-coverage";
import { unusable } from "./error.ts";
import { type Answered, evaluation, kindOf } from "./evaluate.ts";

/** Bytes, or units of a string, that cross the boundary together. */
const PIECE = 1 << 19;

export function evaluateText(coverage: core.Coverage, text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
  if (format !== "ndjson" && format !== "csv") throw unusable("wrong_type", "the format is `ndjson` or `csv`");
  const isText = typeof text === "string";
  if (!isText && kindOf(text) !== "Uint8Array") throw unusable("wrong_type", "expected a string or a Uint8Array");
  const batch = ask(() => coverage.textBatch(format === "csv"));
  try {
    const answers: Answered[] = [];
    for (const piece of isText ? piecesOfString(text) : piecesOfBytes(text)) answers.push(ask(() => batch.push(piece)) as Answered);
    answers.push(ask(() => batch.finish()) as Answered);
    return joined(coverage, answers);
  } finally {
    batch.free();
  }
}

function joined(coverage: core.Coverage, answers: Answered[]): api.Evaluation {
  const length = answers.reduce((sum, [outcomes]) => sum + outcomes.length, 0);
  const outcomes = new Uint8Array(length);
  const guarantees = new Int32Array(length);
  let start = 0;
  for (const [pieceOutcomes, pieceGuarantees] of answers) {
    outcomes.set(pieceOutcomes, start);
    guarantees.set(pieceGuarantees, start);
    start += pieceOutcomes.length;
  }
  return evaluation(coverage, outcomes, guarantees, answers.flatMap(([, , invalid]) => invalid));
}

function* piecesOfBytes(bytes: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

function* piecesOfString(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + PIECE, text.length);
    // The two halves of a character stay together.
    if (end < text.length && (text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end += 1;
    // A half alone is no character: a byte that is no UTF-8 stands for it, so that its row is invalid.
    const [first = "", ...others] = text.slice(start, end).split(/[\ud800-\udfff]/u);
    yield encoder.encode(first);
    for (const other of others) {
      yield Uint8Array.of(0xff);
      yield encoder.encode(other);
    }
    start = end;
  }
}

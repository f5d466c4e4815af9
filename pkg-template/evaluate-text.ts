// Acts in a text: cut into pieces here, so that the core holds one at a time, and read by the core.
import type * as core from "#glue";
import { type Answered, joined } from "./answers.ts";
import { ask } from "./ask.ts";
import type * as api from "./care-coverage";
import { unusable } from "./error.ts";
import { kindOf, piecesOfBytes, piecesOfString } from "./pieces.ts";

export function evaluateText(coverage: core.Coverage, text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
  if (format !== "ndjson" && format !== "csv") throw unusable("wrong_type", "the format is `ndjson` or `csv`");
  const isText = typeof text === "string";
  if (!isText && kindOf(text) !== "Uint8Array") throw unusable("wrong_type", "expected a string or a Uint8Array");
  const batch = new TextBatch(coverage, format === "csv");
  try {
    const answers: Answered[] = [];
    for (const piece of isText ? piecesOfString(text) : piecesOfBytes(text)) answers.push(batch.push(piece));
    answers.push(batch.finish());
    return joined(ask(() => coverage.guaranteeNames) as string[], answers);
  } finally {
    batch.free();
  }
}

/** A text whose pieces are asked one after the other. It keeps its coverage. */
export class TextBatch {
  readonly #batch: core.TextBatch;

  constructor(coverage: core.Coverage, isCsv: boolean) {
    this.#batch = ask(() => coverage.textBatch(isCsv));
  }

  /** The rows that end in this piece. */
  push(piece: Uint8Array): Answered {
    return ask(() => this.#batch.push(piece)) as Answered;
  }

  /** The rows that are left at the end of the text. */
  finish(): Answered {
    return ask(() => this.#batch.finish()) as Answered;
  }

  free(): void {
    this.#batch.free();
  }
}

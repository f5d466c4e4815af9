// Acts in a text: cut into pieces here, so that the core holds one at a time, and read by the core.
import type * as core from "#glue";
import { type Answered, joined } from "./answers.ts";
import { Handle, ask } from "./ask.ts";
import type * as api from "./care-coverage";
import { unusable } from "./error.ts";
import { piecesOfBytes, piecesOfString } from "./pieces.ts";
import { viewOf } from "./typed-arrays.ts";

export function evaluateText(coverage: core.Coverage, text: Uint8Array | string, format: "ndjson" | "csv"): api.Evaluation {
  if (format !== "ndjson" && format !== "csv") throw unusable("wrong_type", "the format is `ndjson` or `csv`");
  const given = typeof text === "string" ? text : viewOf("Uint8Array", text);
  if (given === undefined) throw unusable("wrong_type", "expected a string or a Uint8Array");
  const batch = new TextBatch(coverage, format === "csv");
  try {
    const answers: Answered[] = [];
    for (const piece of typeof given === "string" ? piecesOfString(given) : piecesOfBytes(given)) answers.push(batch.push(piece));
    answers.push(batch.finish());
    return joined(ask(() => coverage.guaranteeNames) as string[], answers);
  } finally {
    batch.free();
  }
}

/** Whole rows of a text: the answers for those that end, and for the last one where it has no end. Positions count from the first of
 *  these rows. The header is that of a CSV; `number` says which piece of the text it is. */
export function evaluateRows(coverage: core.Coverage, header: Uint8Array | undefined, number: number, rows: Uint8Array): [ended: Answered, last: Answered] {
  const batch = new TextBatch(coverage, header !== undefined);
  try {
    if (header !== undefined) batch.push(header);
    // A line before the rows, so that a byte order mark within the text is none.
    const linesBefore = header === undefined && number === 0 ? 0 : 1;
    if (linesBefore > 0) batch.push(LINE_END);
    const answers: [Answered, Answered] = [batch.push(rows), batch.finish()];
    for (const [, , , invalid] of answers) for (const act of invalid) act.line = act.line! - linesBefore;
    return answers;
  } finally {
    batch.free();
  }
}

const LINE_END = new TextEncoder().encode("\n");

/** A text whose pieces are asked one after the other. It keeps its coverage. */
export class TextBatch {
  readonly #handle: Handle<core.TextBatch>;

  constructor(coverage: core.Coverage, isCsv: boolean) {
    this.#handle = new Handle(ask(() => coverage.textBatch(isCsv)), "batch");
  }

  /** The rows that end in this piece. */
  push(piece: Uint8Array): Answered {
    return this.#handle.ask((batch) => batch.push(piece)) as Answered;
  }

  /** The rows that are left at the end of the text. */
  finish(): Answered {
    return this.#handle.ask((batch) => batch.finish()) as Answered;
  }

  free(): void {
    this.#handle.free();
  }
}

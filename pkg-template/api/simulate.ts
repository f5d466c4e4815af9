// What claims would have cost, in one engine: piece by piece, as the workers of a client do it together.
import type * as api from "../care-coverage";
import { CoverageError, problem, unusable } from "../error.ts";
import { readable } from "../readable.ts";
import { piecesOfBytes, piecesOfString } from "../pieces.ts";
import { RowCutter, type RowPiece } from "../rows.ts";
import { optionsAgain, rowsAgain, withActs } from "../simulate/acts.ts";
import { ROWS, columnsOfGroups, pickedRows, rowsOf, tableOf } from "../simulate/columns.ts";
import { separatorOf, sidesOf } from "../simulate/given.ts";
import { SimulationPart } from "../simulate/part.ts";
import { viewOf } from "../typed-arrays.ts";
import type { Coverage } from "./coverage.ts";

export function simulate(
  current: api.CoverageOrStack<Coverage>, draft: api.CoverageOrStack<Coverage> | null, claims: api.Claims, options?: api.SimulateOptions,
): api.Simulation {
  const sides = sidesOf(current, draft, (coverage) => coverage);
  const part = new SimulationPart(sides, options);
  try {
    const own = readHere(options ?? {});
    const source = sourceOf(claims, own);
    const counts: number[] = [];
    for (const piece of source.pieces()) counts.push(piece.push(part, counts.length));
    const answer = part.answer([part.settle([part.state(0, 1)])], source.linesBefore());
    const rows = rowsAgain(answer.simulation, counts);
    if (rows.size === 0) return withActs(answer, null);
    const again = new SimulationPart(sides, optionsAgain(own));
    try {
      again.listActs();
      let number = 0;
      for (const piece of source.pieces()) {
        const some = rows.get(number);
        if (some) piece.pushRows(again, number, some);
        number += 1;
      }
      return withActs(answer, again.readAgain());
    } finally {
      again.free();
    }
  } finally {
    part.free();
  }
}

/** The options that are read here. The engine has read them before, as JSON is, and has refused what cannot be. */
function readHere(options: api.SimulateOptions): api.SimulateOptions {
  const names = (["format", "mapping", "by", "secuRounding"] as const).filter((name) => Object.prototype.propertyIsEnumerable.call(options, name));
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/** Claims in pieces, which can be gone through again. */
interface Source {
  pieces(): Iterable<Piece>;
  /** How many lines are before the first row, once it was read. */
  linesBefore(): number;
}

/** Each answers how many rows it has read. */
interface Piece {
  push(part: SimulationPart, number: number): number;
  pushRows(part: SimulationPart, number: number, rows: readonly number[]): number;
}

function sourceOf(claims: api.Claims, options: api.SimulateOptions): Source {
  const { format } = options;
  const bytes = viewOf("Uint8Array", claims);
  const isText = typeof claims === "string" || bytes !== undefined;
  if (isText || format !== undefined) {
    if (format !== "csv" && format !== "ndjson") {
      throw new CoverageError([problem("wrong_type", "options: a text needs the format `csv` or `ndjson`; `parquet` and `arrow` are read by care-coverage/worker", "/format")]);
    }
    if (!isText) throw unusable("wrong_type", "claims: expected a string or a Uint8Array, because there is a format");
    return textSource(() => (typeof claims === "string" ? piecesOfString(claims) : piecesOfBytes(bytes!)), format === "csv" ? separatorOf(options) : undefined);
  }
  if (Array.isArray(claims)) return { pieces: () => valuePieces(claims), linesBefore: () => 0 };
  if (typeof claims === "object" && claims !== null && "distributions" in claims) {
    const push = (part: SimulationPart) => part.pushDistributions(0, claims);
    return { pieces: () => [{ push, pushRows: push }], linesBefore: () => 0 };
  }
  const table = readable(() => tableOf(claims as api.ClaimColumns, columnsOfGroups(options)));
  return { pieces: () => columnPieces(table), linesBefore: () => 0 };
}

function* valuePieces(rows: readonly unknown[]): Generator<Piece> {
  for (let start = 0; start < rows.length; start += ROWS) {
    yield {
      push: (part, number) => part.pushValues(number, rows.slice(start, start + ROWS)),
      pushRows: (part, number, some) => part.pushValues(number, some.map((row) => rows[start + row])),
    };
  }
}

function* columnPieces(table: ReturnType<typeof tableOf>): Generator<Piece> {
  for (let start = 0; start < table.length; start += ROWS) {
    yield {
      push: (part, number) => part.pushColumns(number, rowsOf(table, start, Math.min(start + ROWS, table.length))),
      pushRows: (part, number, some) => part.pushColumns(number, rowsOf(pickedRows(table, some.map((row) => start + row)), 0, some.length)),
    };
  }
}

function textSource(text: () => Iterable<Uint8Array>, separator: ((header: Uint8Array) => number) | undefined): Source {
  let linesBefore = 0;
  const begun = new Set<SimulationPart>();
  function* pieces(): Generator<Piece> {
    const cutter = new RowCutter(0, separator);
    const begin = (part: SimulationPart) => {
      if (cutter.header !== undefined && !begun.has(part)) part.setHeader(cutter.header);
      begun.add(part);
      linesBefore = cutter.headerLines;
      return part;
    };
    const pieceOf = ({ bytes, cutLines }: RowPiece): Piece => ({
      push: (part, number) => begin(part).pushText(number, bytes, cutLines),
      pushRows: (part, number, rows) => begin(part).pushRows(number, bytes, rows),
    });
    let isEmpty = true;
    for (const some of chunksOf(cutter, text())) {
      for (const piece of some) {
        isEmpty = false;
        yield pieceOf(piece);
      }
    }
    // So that the header of a text without rows is looked at.
    if (isEmpty) yield pieceOf({ bytes: new Uint8Array(), cutLines: 0, end: 0 });
  }
  return { pieces, linesBefore: () => linesBefore };
}

function* chunksOf(cutter: RowCutter, text: Iterable<Uint8Array>): Generator<Iterable<RowPiece>> {
  for (const chunk of text) yield cutter.push(chunk);
  yield cutter.finish();
}

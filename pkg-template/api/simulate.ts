// What claims would have cost, in one engine: piece by piece, as the workers of a client do it together.
import type * as api from "../care-coverage";
import { CoverageError, problem, unusable } from "../error.ts";
import { readable } from "../readable.ts";
import { piecesOfBytes, piecesOfString } from "../pieces.ts";
import { RowCutter, type RowPiece } from "../rows.ts";
import { ROWS, columnsOfGroups, rowsOf, tableOf } from "../simulate/columns.ts";
import { separatorOf, sidesOf } from "../simulate/given.ts";
import { SimulationPart } from "../simulate/part.ts";
import { viewOf } from "../typed-arrays.ts";
import type { Coverage } from "./coverage.ts";

export function simulate(
  current: api.CoverageOrStack<Coverage>, draft: api.CoverageOrStack<Coverage> | null, claims: api.Claims, options?: api.SimulateOptions,
): api.Simulation {
  const part = new SimulationPart(sidesOf(current, draft, (coverage) => coverage), options);
  try {
    const linesBefore = push(part, claims, readHere(options ?? {}));
    return part.answer([part.settle(part.finish(1))], linesBefore);
  } finally {
    part.free();
  }
}

/** The options that are read here. The engine has read them before, as JSON is, and has refused what cannot be. */
function readHere(options: api.SimulateOptions): api.SimulateOptions {
  const names = (["format", "mapping", "by"] as const).filter((name) => Object.prototype.propertyIsEnumerable.call(options, name));
  return Object.fromEntries(names.map((name) => [name, options[name]]));
}

/** Reads all claims; how many lines are before the first row. */
function push(part: SimulationPart, claims: api.Claims, options: api.SimulateOptions): number {
  const { format } = options;
  const bytes = viewOf("Uint8Array", claims);
  const isText = typeof claims === "string" || bytes !== undefined;
  if (isText || format !== undefined) {
    if (format !== "csv" && format !== "ndjson") {
      throw new CoverageError([problem("wrong_type", "options: a text needs the format `csv` or `ndjson`; `parquet` and `arrow` are read by care-coverage/worker", "/format")]);
    }
    if (!isText) throw unusable("wrong_type", "claims: expected a string or a Uint8Array, because there is a format");
    return pushText(part, typeof claims === "string" ? piecesOfString(claims) : piecesOfBytes(bytes!), format === "csv" ? separatorOf(options) : undefined);
  }
  if (Array.isArray(claims)) {
    for (let start = 0, piece = 0; start < claims.length; start += ROWS, piece++) part.pushValues(piece, claims.slice(start, start + ROWS));
  } else if (typeof claims === "object" && claims !== null && "distributions" in claims) {
    part.pushDistributions(0, claims);
  } else {
    const table = readable(() => tableOf(claims as api.ClaimColumns, columnsOfGroups(options)));
    for (let start = 0, piece = 0; start < table.length; start += ROWS, piece++) part.pushColumns(piece, rowsOf(table, start, Math.min(start + ROWS, table.length)));
  }
  return 0;
}

function pushText(part: SimulationPart, text: Iterable<Uint8Array>, separator: ((header: Uint8Array) => number) | undefined): number {
  const cutter = new RowCutter(0, separator);
  let count = 0;
  const push = (pieces: Iterable<RowPiece>) => {
    for (const { bytes, cutLines } of pieces) {
      if (count === 0 && cutter.header !== undefined) part.setHeader(cutter.header);
      part.pushText(count, bytes, cutLines);
      count += 1;
    }
  };
  for (const chunk of text) push(cutter.push(chunk));
  push(cutter.finish());
  // So that the header of a text without rows is looked at.
  if (count === 0) push([{ bytes: new Uint8Array(), cutLines: 0, end: 0 }]);
  return cutter.headerLines;
}

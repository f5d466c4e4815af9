// A simulation over the workers of a client: each reads pieces of the claims, then they exchange what they have of each unit, and join it.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import type { FilePiece } from "../claim-files/reader.ts";
import { type Answer, type ReadAgain, optionsAgain, rowsAgain, withActs } from "../simulate/acts.ts";
import type { Sides } from "../simulate/part.ts";
import type { ClaimPiece, ClaimPieces } from "./claims.ts";
import { type Connection, Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import { answerAll } from "./parts.ts";
import { Lanes, type Pool } from "./pool.ts";
import { Stop, signalOf } from "./stop.ts";

/** Units are divided into so many groups for each worker: one at a time is packed and joined, so that little memory is needed for it. */
const BUCKETS = 8;

/** What a worker answers of a piece. */
export type ReadPiece = number;

/** The coverages are held for as long as the simulation lasts. */
export async function simulate(pool: Pool, sides: Sides<Remote>, claims: api.ClaimSource, given: api.WorkerSimulateOptions): Promise<main.Simulation> {
  const { signal: _, onProgress, ...options } = given;
  const signal = signalOf(given);
  if (onProgress !== undefined && typeof onProgress !== "function") throw unusable("wrong_type", "`onProgress`: expected a function");
  if (signal?.aborted) throw signal.reason;

  const { claimPiecesOf } = await import("#claims");
  const pieces = claimPiecesOf(claims, options);
  let [rows, bytes] = [0, 0];
  const report = () => onProgress?.({ rows, bytes, totalBytes: pieces.totalBytes !== null && bytes <= pieces.totalBytes ? pieces.totalBytes : null });
  const stop = new Stop(signal);
  let lanes: Lanes<Remote> | undefined;
  try {
    const start = pieces.start && (await stop.wait(pieces.start()));
    const needs = { make: (connection: Connection) => partIn(connection, sides, [pieces.optionsOf(options), start], signal), free: (part: Remote) => part.free() };
    lanes = await stop.wait(Lanes.of(pool, needs));
    if (pieces.begin) pieces.begin((await stop.wait(lanes.ask((part) => part.ask("planFile", [], signal)))) as FilePiece[]);
    const ask = (part: Remote, { method, given, transfer }: ClaimPiece) => part.ask(method, given, signal, transfer) as Promise<ReadPiece>;
    const counts: number[] = [];
    await answerAll(pieces, signal, lanes, ask, (read, { end }) => {
      counts.push(read);
      rows += read;
      bytes = end;
      report();
    });
    const answer = await stop.wait(joined(lanes, pieces.linesBefore, signal));
    const acts = await stop.wait(readAgain(answer.simulation, counts, pieces, () => partIn(pool.first, sides, [pieces.optionsOf(optionsAgain(options)), start, true], signal), signal));
    report();
    return withActs(answer, acts);
  } catch (error) {
    pieces.cancel(error);
    throw error;
  } finally {
    stop.release();
    lanes?.free();
  }
}

/** A part of the simulation in one worker. */
async function partIn(connection: Connection, { current, draft }: Sides<Remote>, given: unknown[], signal: api.AbortSignalLike | undefined): Promise<Remote> {
  const copies = async (side: readonly Remote[]) => Promise.all(side.map((coverage) => coverage.copyIn(connection)));
  const [currents, drafts] = [await copies(current), draft && (await copies(draft))];
  const numbers = (side: readonly Remote[]) => side.map(({ number }) => number);
  const [part] = await new Remote(connection, 0, "simulation").make("simulationPart", [numbers(currents), drafts && numbers(drafts), ...given], signal, "simulation");
  return part;
}

/** The acts of those for whom most changes, read once more; null where the source cannot be. */
async function readAgain(
  simulation: main.Simulation, counts: readonly number[], pieces: ClaimPieces, make: () => Promise<Remote>, signal: api.AbortSignalLike | undefined,
): Promise<ReadAgain | null> {
  const rows = rowsAgain(simulation, counts);
  if (rows.size === 0 || !pieces.again) return null;
  const part = await make();
  try {
    for (const [number, some] of rows) {
      const { method, given, transfer } = await pieces.again(number, some);
      await part.ask(method, given, signal, transfer);
    }
    return (await part.ask("readAgain", [], signal)) as ReadAgain;
  } finally {
    part.free();
  }
}

async function joined(lanes: Lanes<Remote>, linesBefore: number, signal: api.AbortSignalLike | undefined): Promise<Answer> {
  const parts = lanes.close();
  const count = parts.length * BUCKETS;
  const asked = async <T>({ connection, value }: (typeof parts)[number], method: string, given: unknown[], transfer: ArrayBuffer[] = []) => {
    try {
      return (await value.ask(method, given, signal, transfer)) as T;
    } catch (error) {
      lanes.report(connection, error);
      throw error;
    }
  };
  const whole: Uint8Array[] = [];
  await Promise.all(parts.map(async (joining, first) => {
    for (let bucket = first; bucket < count; bucket += parts.length) {
      const states = await Promise.all(parts.map((part) => asked<Uint8Array>(part, "state", [bucket, count])));
      whole[bucket] = await asked<Uint8Array>(joining, "settle", [states], buffersOf(states));
    }
  }));
  return asked(parts[0]!, "answer", [whole, linesBefore], buffersOf(whole));
}

function buffersOf(arrays: readonly Uint8Array[]): ArrayBuffer[] {
  return arrays.map(({ buffer }) => buffer as ArrayBuffer);
}

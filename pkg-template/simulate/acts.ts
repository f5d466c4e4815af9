// The acts of those for whom most changes: which rows of the source are read again, and what is paid for each of them.
import type * as api from "../care-coverage";

/** What a part of a simulation answers. */
export interface Answer {
  simulation: api.Simulation;
  /** For each row of `gains`, then of `losses`, in 1/10,000 €: the Sécu part, and what each side pays; -1 where no other row changes it. */
  paid: BigInt64Array;
}

/** Rows that were read again, in the order of the source: what they say, and what is paid for each by itself. */
export interface ReadAgain {
  acts: readonly api.ClaimRow[];
  amounts: api.RowAmounts;
}

/** The rows to read again, from 0 in their piece, by the number of the piece in the order of the source. `counts`: the rows of each piece. */
export function rowsAgain(simulation: api.Simulation, counts: readonly number[]): Map<number, number[]> {
  const byPiece = new Map<number, number[]>();
  let [piece, first] = [0, 0];
  for (const row of numbersOf(simulation)) {
    while (piece < counts.length && row >= first + counts[piece]!) first += counts[piece++]!;
    const rows = byPiece.get(piece) ?? [];
    rows.push(row - first);
    byPiece.set(piece, rows);
  }
  return byPiece;
}

/** The options of the part that reads rows again. Their sums are of no interest. */
export function optionsAgain({ format, mapping, secuRounding }: api.SimulateOptions): api.SimulateOptions {
  return { ...(format && { format }), ...(mapping && { mapping }), ...(secuRounding && { secuRounding }), amounts: true };
}

/** The answer with the acts of persons. None: the source cannot be read again, or says something else now. */
export function withActs({ simulation, paid }: Answer, again: ReadAgain | null): api.Simulation {
  const numbers = numbersOf(simulation);
  const places = again?.acts.length === numbers.length ? new Map(numbers.map((row, place) => [row, place])) : null;
  let entry = 0;
  for (const change of changesOf(simulation)) {
    const acts = change.rows.map((row) => {
      const own = paid.subarray(entry, (entry += 3));
      return places && again && actOf(row, places.get(row)!, again, own);
    });
    change.acts = places && (acts as api.PersonAct[]);
  }
  return simulation;
}

function actOf(row: number, place: number, { acts, amounts: { charged, secu_paid, current, draft } }: ReadAgain, paid: BigInt64Array): api.PersonAct {
  const [secu, before, after] = paid[0] === -1n ? [secu_paid[place]!, current.complementary[place]!, draft!.complementary[place]!] : (paid as unknown as bigint[]);
  const left = charged[place]! - secu!;
  const side = (complementary: bigint) => ({ complementary: euros(complementary), out_of_pocket: euros(left - complementary) });
  return { row, act: acts[place]!, secu_paid: euros(secu!), current: side(before!), draft: side(after!) };
}

function changesOf({ persons }: api.Simulation): api.PersonChange[] {
  return persons ? [...persons.gains, ...persons.losses] : [];
}

/** Each row is of one person. */
function numbersOf(simulation: api.Simulation): number[] {
  return changesOf(simulation).flatMap(({ rows }) => rows).sort((a, b) => a - b);
}

/** 1/10,000 € as a decimal with two to four places. */
function euros(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(5, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4).replace(/0{1,2}$/, "")}`;
}

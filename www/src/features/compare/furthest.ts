/**
 * How large does a difference become with the price?
 *
 * With all else of an act as it is, what a coverage pays is a piecewise linear function of what is charged. It bends at multiples of the base,
 * at regulated prices and where a limit is reached: prices there and between are asked, and the largest difference is narrowed down to the cent.
 * Beyond the largest price asked it goes on as it is, so a difference that still grows there has no end.
 */
import type { ActAmounts, AmountExample, LimitCounter, LoadedCoverage } from "../../engine/engine";
import { written } from "../../kit/decimals";

/** In cents: no price is near it. */
const FAR = 1_000_000_00;

export type Furthest = { isEndless: true } | { isEndless: false; charged: string; before: string; after: string; difference: string };

interface Side {
  coverage: LoadedCoverage;
  counters: readonly LimitCounter[];
}

/** `sign`: 1 for where members get more, -1 for less. Null where the engine refuses the act at another price. */
export function furthest({ act }: AmountExample, before: Side, after: Side, sign: 1 | -1): Furthest | null {
  const known = new Map<number, { before: number; after: number; gap: number }>();
  const at = (charged: number) => {
    let found = known.get(charged);
    if (!found) {
      const [was, is] = [before, after].map(({ coverage, counters }) => paid(coverage, { ...act, charged: inEuros(charged) }, counters));
      if (was === null || is === null || was === undefined || is === undefined) throw new Refused();
      known.set(charged, (found = { before: was, after: is, gap: sign * (is - was) }));
    }
    return found;
  };
  try {
    if (at(2 * FAR).gap > at(FAR).gap) return { isEndless: true };
    let best = cents(act.charged);
    for (const charged of prices(act)) if (at(charged).gap > at(best).gap) best = charged;
    for (let step = stepAround(best, [...known.keys()]); step >= 1; step = Math.floor(step / 2)) {
      for (const charged of [best - step, best + step]) if (charged >= 0 && at(charged).gap > at(best).gap) best = charged;
    }
    best = lowest(best, [...known.keys()], (charged) => at(charged).gap >= at(best).gap);
    const { before, after, gap } = at(best);
    return { isEndless: false, charged: inEuros(best), before: inEuros(before), after: inEuros(after), difference: inEuros(sign * gap) };
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

class Refused extends Error {}

function prices({ charged, brss, plv, hlf }: ActAmounts): number[] {
  const base = brss == null ? 0 : cents(brss);
  const steps = Array.from({ length: 40 }, (_, index) => Math.round(((index + 1) * base) / 4));
  const doubled = Array.from({ length: 27 }, (_, index) => 2 ** index);
  const regulated = [plv, hlf].flatMap((price) => (price == null ? [] : [cents(price)]));
  return [...new Set([...steps, ...regulated, cents(charged), ...doubled])].sort((a, b) => a - b);
}

/** Half of the way to the next price that was asked. */
function stepAround(best: number, asked: readonly number[]): number {
  const ways = asked.map((price) => Math.abs(price - best)).filter((way) => way > 0 && way < FAR);
  return Math.floor(Math.max(1, Math.min(...ways)));
}

/** The lowest price, above the next lower one that was asked, from which on it is as large. */
function lowest(best: number, asked: readonly number[], isAsLarge: (charged: number) => boolean): number {
  let below = Math.max(-1, ...asked.filter((price) => price < best && !isAsLarge(price)));
  for (let up = best; ; ) {
    const middle = Math.floor((below + up) / 2);
    if (middle <= below) return up;
    if (isAsLarge(middle)) up = middle;
    else below = middle;
  }
}

function paid(coverage: LoadedCoverage, act: AmountExample["act"], counters: readonly LimitCounter[]): number | null {
  const answer = coverage.reimburse(act, counters);
  if (!answer.ok) return null;
  const { outcome, amounts } = answer.value;
  return outcome === "not_covered" ? 0 : amounts === null ? null : cents(amounts.complementary);
}

function cents(amount: string | number): number {
  return Math.round(Number(amount) * 100);
}

function inEuros(amount: number): string {
  return written({ digits: BigInt(amount), scale: 2 });
}

// The parts of a source, shared by workers: a few are with them at a time, and they are answered in the source's order.
import type { AbortSignalLike } from "../care-coverage-worker";
import type { Lanes } from "./pool.ts";
import { Stop } from "./stop.ts";

/** Parts that one worker has at a time, which are not enough for two. */
const FEW = 3;

/** Asks for every part of a source, and takes the answers in its order. */
export async function answerAll<T, P, A>(
  source: { next(): Promise<P | undefined> }, signal: AbortSignalLike | undefined, lanes: Lanes<T>, ask: (value: T, part: P) => Promise<A>, take: (answer: A, part: P) => void,
): Promise<void> {
  const stop = new Stop(signal);
  const asked: Promise<void>[] = [];
  try {
    for (let part = await stop.wait(source.next()); part !== undefined; part = await stop.wait(source.next())) {
      const given = part;
      const answer = lanes.ask((value) => ask(value, given));
      // In turn, also where one worker is quicker than another.
      const before = asked.at(-1);
      const taken = answer.then(async (answer) => {
        await before;
        if (!stop.isStopped) take(answer, given);
      });
      // A failure is not left until its turn: the source may be slow.
      answer.catch(stop.stop);
      taken.catch(stop.stop);
      asked.push(taken);
      if (asked.length >= FEW) lanes.grow();
      while (asked.length >= lanes.parts) await stop.wait(asked.shift()!);
    }
    for (const taken of asked) await stop.wait(taken);
  } finally {
    stop.release();
  }
}

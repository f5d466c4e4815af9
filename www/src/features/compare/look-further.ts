/** The largest difference of each example that is shown: looked for one after the other, each in a task of its own. */
import { type Signal, signal } from "@preact/signals";
import type { AmountExample } from "../../engine/engine";
import { nextTask } from "../../kit/next-task";
import type { Comparison } from "./comparison";
import { type Furthest, furthest } from "./furthest";
import { comparison, type Sides, sides } from "./model";

const found = new WeakMap<AmountExample, Signal<Furthest | null>>();
const waiting: (() => void)[] = [];
let isLooking = false;

/** Null while it is looked for, and where it cannot be said. */
export function furthestOf(example: AmountExample, sign: 1 | -1): Furthest | null {
  let answer = found.get(example);
  if (!answer) {
    found.set(example, (answer = signal(null)));
    const [of, by, to] = [sides.peek(), comparison.peek(), answer];
    waiting.push(() => {
      // What was replaced meanwhile is freed.
      if (of && by && of === sides.peek()) to.value = look(example, of, by, sign);
    });
    void work();
  }
  return answer.value;
}

function look(example: AmountExample, { before, after }: Sides, comparison: Comparison, sign: 1 | -1): Furthest | null {
  const [was, is] = example.counters;
  return furthest(example, { coverage: before, counters: comparison.earlierCounters(was) }, { coverage: after, counters: is }, sign);
}

async function work(): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  try {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      await nextTask();
      job();
    }
  } catch {
    // The engine has failed at it, and the page has said so.
  } finally {
    isLooking = false;
  }
}

// Medians of processor time, which other work on the machine disturbs less than the clock. All contenders take turns, so that what
// does disturb them disturbs all alike. Each turn begins with a collection and an unmeasured pass: the garbage of one contender is not
// collected at the expense of the next, and none starts with the caches of another.

const ROUNDS = 7;
const WARM_UP = 1;
/** A shorter pass is repeated, in nanoseconds: after a collection V8 sweeps for a while, and memory that is used again has to be brought in. */
const SHORTEST = 300_000_000;

/** So that no work can be left out as useless. */
let sink = 0;

/** By name: nanoseconds of an act. A contender has `acts`, how many it is asked, and `round`, which asks and returns a number above 0. */
export async function measure(contenders) {
  const all = Object.entries(contenders).map(([name, contender]) => ({ name, ...contender, passes: 1, times: [] }));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const contender of all) {
      const { name, acts, round: ask, passes, times } = contender;
      globalThis.gc();
      const settling = await timed(name, ask, 1);
      const nanoseconds = await timed(name, ask, passes);
      if (round < 0) contender.passes = Math.ceil(SHORTEST / Math.min(settling, nanoseconds / passes, SHORTEST));
      else times.push(nanoseconds / (passes * acts));
    }
  }
  return Object.fromEntries(all.map(({ name, times }) => [name, median(times)]));
}

async function timed(name, ask, passes) {
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) {
    const done = await ask();
    if (!(done > 0)) throw new Error(`${name} did nothing`);
    sink += done;
  }
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, user + system) * 1_000;
}

export function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}

/** A contender that is asked act by act. */
export function oneByOne(acts, ask) {
  return {
    acts: acts.length,
    round() {
      let answered = 0;
      for (let index = 0; index < acts.length; index++) if (ask(acts[index]) !== null) answered += 1;
      return answered;
    },
  };
}

// Medians of processor time, which other work on the machine disturbs less than the clock. All contenders take turns, so that what
// does disturb them disturbs all alike. Each turn begins with a collection and an unmeasured pass: the garbage of one contender is not
// collected at the expense of the next, and none starts with the caches of another.

const ROUNDS = 7;
const WARM_UP = 1;

/** So that no work can be left out as useless. */
let sink = 0;

/** By name: nanoseconds of an act. A contender has `acts`, how many it is asked, and `round`, which asks and returns a number above 0. */
export async function measure(contenders) {
  const times = new Map(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, { acts, round: ask }] of Object.entries(contenders)) {
      globalThis.gc();
      sink += await ask();
      const before = process.cpuUsage();
      const done = await ask();
      const { user, system } = process.cpuUsage(before);
      if (!(done > 0)) throw new Error(`${name} did nothing`);
      sink += done;
      if (round >= 0) times.get(name).push(((user + system) * 1_000) / acts);
    }
  }
  return Object.fromEntries([...times].map(([name, list]) => [name, median(list)]));
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

/** Numbers from 0 up to 1, the same for a seed in every run. */
export function random(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Draws positions by their weights with one number each (Vose's alias method). Undefined where nothing has a weight. */
export function drawer(weights) {
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(sum > 0)) return undefined;
  const { length } = weights;
  const own = Float64Array.from(weights, (weight) => (weight * length) / sum);
  const other = Uint16Array.from(weights, (_, position) => position);
  const [small, large] = [[], []];
  own.forEach((share, position) => (share < 1 ? small : large).push(position));
  while (small.length > 0 && large.length > 0) {
    const [less, more] = [small.pop(), large.pop()];
    other[less] = more;
    own[more] -= 1 - own[less];
    (own[more] < 1 ? small : large).push(more);
  }
  // What is left is 1 but for rounding.
  for (const position of [...small, ...large]) own[position] = 1;
  return (number) => {
    const scaled = number * length;
    const position = scaled | 0;
    return scaled - position < own[position] ? position : other[position];
  };
}

export const pick = (list, number) => list[(number * list.length) | 0];

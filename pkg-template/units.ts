// Euros as integers of 1/10,000.

/** In a column of amounts: nothing is said. */
export const NO_AMOUNT = -(2n ** 63n);
/** What no amount is: the core reports it. */
const NONE = 2n ** 63n - 1n;
const UNITS = 10_000;
const HALF = 2 ** 32;
/** Which half of a 64-bit integer comes first here. */
export const LOW = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 0 : 1;

/** Each as its shortest decimal, which has at most four decimals; NaN is left out. `wrong` is called for those that are no amounts. */
export function unitsOf(euros: Float64Array, wrong: (row: number) => void = () => {}): BigInt64Array {
  const units = new BigInt64Array(euros.length);
  // Without a big integer for each.
  const halves = new Uint32Array(units.buffer);
  for (let row = 0; row < euros.length; row++) {
    const value = euros[row]!;
    const rounded = Math.round(value * UNITS);
    if (rounded / UNITS === value && Number.isSafeInteger(rounded)) {
      halves[row * 2 + LOW] = rounded;
      halves[row * 2 + 1 - LOW] = Math.floor(rounded / HALF);
    } else {
      const unit = written(value);
      if (unit === NONE || unit === -1n) wrong(row);
      units[row] = unit;
    }
  }
  return units;
}

/** One that is too large, or too fine, to be computed with. */
function written(value: number): bigint {
  if (Number.isNaN(value)) return NO_AMOUNT;
  const decimal = /^(\d+)(?:\.(\d{1,4}))?$/.exec(String(value));
  return decimal ? BigInt(decimal[1]! + (decimal[2] ?? "").padEnd(4, "0")) : value < 0 ? -1n : NONE;
}

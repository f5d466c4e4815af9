/** Exact decimals: what is multiplied and compared here is what a text says, digit by digit. */

export interface Decimal {
  /** The value is `digits` ÷ 10^`scale`. */
  digits: bigint;
  scale: number;
}

/** Of a decimal as JSON has it: a text, or a number as its shortest decimal. No exponents: the engine takes none. */
export function decimal(value: string | number): Decimal {
  const [integer = "", fraction = ""] = String(value).split(".");
  return { digits: BigInt(integer + fraction), scale: fraction.length };
}

export function times(...factors: Decimal[]): Decimal {
  return factors.reduce((a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale }));
}

export function plus(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { digits: at(a, scale) + at(b, scale), scale };
}

export function minus(a: Decimal, { digits, scale }: Decimal): Decimal {
  return plus(a, { digits: -digits, scale });
}

export function isAtMost(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return at(a, scale) <= at(b, scale);
}

/** As JSON has it, exactly. */
export function written({ digits, scale }: Decimal): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const [integer, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  return (digits < 0n ? "-" : "") + integer + (fraction === "" ? "" : `.${fraction}`);
}

function at({ digits, scale }: Decimal, wanted: number): bigint {
  return digits * 10n ** BigInt(wanted - scale);
}

/** With at most so many decimals; the half away from zero. */
export function rounded(value: string, places: number): string {
  const { digits, scale } = decimal(value);
  if (scale <= places) return value;
  const unit = 10n ** BigInt(scale - places);
  const size = digits < 0n ? -digits : digits;
  const up = (size + unit / 2n) / unit;
  return written({ digits: value.startsWith("-") ? -up : up, scale: places });
}

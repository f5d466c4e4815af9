/**
 * How are exact decimals read and added? As texts, never through floats.
 *
 *     sumOf(["0.1", "0.2"])         // "0.30"
 */

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** With at least two decimals. */
export function sumOf(amounts: readonly string[]): string {
  const parts = amounts.map((amount) => DECIMAL.exec(amount));
  const scale = Math.max(2, ...parts.map((part) => part?.[2]?.length ?? 0));
  const sum = parts.reduce((sum, part) => (part ? sum + BigInt(part[1]! + (part[2] ?? "").padEnd(scale, "0")) : sum), 0n);
  const digits = String(sum).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale);
  return `${digits.slice(0, -scale)}.${fraction.slice(0, 2)}${fraction.slice(2).replace(/0+$/, "")}`;
}

export function isZero(amount: string): boolean {
  return /^0*(\.0*)?$/.test(amount);
}

/** How far a part fills a whole, in percent. For a drawing alone, so a float is good enough. */
export function fill(part: string, whole: string): number {
  const [filled, all] = [Number(part), Number(whole)];
  return all > 0 ? Math.min(100, (100 * filled) / all) : filled > 0 ? 100 : 0;
}

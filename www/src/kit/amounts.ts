/**
 * How are exact decimals read, added and shown? As texts, never through floats.
 *
 *     euros("1234.5")               // "1,234.50 €", with blanks that do not break
 *     sumOf(["0.1", "0.2"])         // "0.30"
 */

const DECIMAL = /^(\d+)(?:\.(\d+))?$/;

/** An amount for reading. What is no decimal is shown as it is. */
export function euros(amount: string | number): string {
  const shown = withCents(String(amount));
  return shown === null ? String(amount) : `${shown}\u00a0€`;
}

/** A number of sessions or days for reading. */
export function plainNumber(number: string | number): string {
  const [, whole, fraction] = DECIMAL.exec(String(number)) ?? [];
  return whole === undefined ? String(number) : grouped(whole) + (fraction === undefined ? "" : `.${fraction}`);
}

/** The decimals within a sentence of the engine, for reading. */
export function withGroups(sentence: string): string {
  return sentence.replace(/\d{4,}(?=\.\d)/g, grouped);
}

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

function withCents(amount: string): string | null {
  const [, whole, fraction = ""] = DECIMAL.exec(amount) ?? [];
  return whole === undefined ? null : `${grouped(whole)}.${fraction.padEnd(2, "0")}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

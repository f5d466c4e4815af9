// What are percentages of the PMSS in euros on a day? Exactly, rounded half-up to the cent as the engine does.

/** By year, in euros: the table of the engine, src/coverage/reimburse/pmss.rs. */
const PMSS: Record<string, bigint> = { 2019: 3_377n, 2020: 3_428n, 2021: 3_428n, 2022: 3_428n, 2023: 3_666n, 2024: 3_864n, 2025: 3_925n, 2026: 4_005n };

export function pmssOf(date: string): bigint | null {
  return Object.hasOwn(PMSS, date.slice(0, 4)) ? PMSS[date.slice(0, 4)]! : null;
}

/** A percentage as a text or a number, of whole euros: "2.5" of 4005 is "100.13". */
export function shareOf(whole: bigint, percent: string | number): string {
  const [digits, decimals = ""] = decimalOf(percent).split(".");
  const scale = 10n ** BigInt(decimals.length);
  // Cents are whole × percent: percent / 100 × whole × 100.
  const cents = (BigInt(digits + decimals) * whole * 2n + scale) / (2n * scale);
  const text = cents.toString().padStart(3, "0");
  return `${text.slice(0, -2)}.${text.slice(-2)}`;
}

/** A number that JavaScript writes with an exponent has more decimals than the engine takes. */
export function decimalOf(value: string | number): string {
  return String(value);
}

/** "1234.5" as French tables write it: `1 234,50 €`. */
export function eurosInWords(amount: string, language: "fr" | "en"): string {
  const [whole, cents = ""] = amount.split(".");
  const isWhole = /^0*$/.test(cents);
  const grouped = whole!.replace(/\B(?=(\d{3})+$)/g, language === "fr" ? "\u202f" : ",");
  if (language === "en") return `€${grouped}${isWhole ? "" : `.${cents.padEnd(2, "0")}`}`;
  return `${grouped}${isWhole ? "" : `,${cents.padEnd(2, "0")}`}\u00a0€`;
}

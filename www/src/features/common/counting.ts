/** How are numbers and lists written in a sentence? */
export const digits = new Intl.NumberFormat("en");
export const count = (number: number, one: string, many: string) => `${digits.format(number)} ${number === 1 ? one : many}`;
export const list = (words: string[], word: "and" | "or" = "and") =>
  new Intl.ListFormat("en", { type: word === "and" ? "conjunction" : "disjunction" }).format(words);

const size = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });

export function bytes(number: number): string {
  if (number < 1000) return count(number, "byte", "bytes");
  return number < 1e6 ? `${size.format(number / 1e3)} KB` : number < 1e9 ? `${size.format(number / 1e6)} MB` : `${size.format(number / 1e9)} GB`;
}

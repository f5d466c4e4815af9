/** How are numbers and lists written in a sentence? */
export const digits = new Intl.NumberFormat("en");
export const count = (number: number, one: string, many: string) => `${digits.format(number)} ${number === 1 ? one : many}`;
export const list = (words: string[], word: "and" | "or" = "and") =>
  new Intl.ListFormat("en", { type: word === "and" ? "conjunction" : "disjunction" }).format(words);

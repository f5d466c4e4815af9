/** How is a value of the text shown in a field, and written by one? */

export function textOf(value: unknown): string {
  return value === undefined || value === null ? "" : String(value);
}

/** One that a number cannot hold exactly stays a text, of which the engine then says what is wrong. */
export function wholeNumber(typed: string): number | string {
  const number = Number(typed);
  return Number.isSafeInteger(number) ? number : typed;
}

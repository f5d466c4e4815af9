/**
 * How is a text written as a cell of CSV, so that no spreadsheet takes it, or a part of it, for a formula?
 *
 *     =1+1     →  '=1+1
 *     a;=1+1   →  "a;'=1+1"
 *
 * The rule is OWASP's ("CSV Injection"): an apostrophe before what begins a formula. A program that splits lines at a comma, a
 * semicolon or a tab finds other cells than ours, and blanks or quotation marks in front of a cell may be dropped: each place where a
 * cell begins for one of them counts.
 */

/** What begins a formula, also in the full width of East Asian keyboards, where a cell may begin. */
const FORMULA = /(^|[,;\t\r\n])((?:[^\S\t\r\n]|")*)([=+\-@\uff1d\uff0b\uff0d\uff20])/g;
/** Dropped by some programs, with what follows taken for the beginning. */
const FIRST_IS_CONTROL = /^[\t\r\n]/;
const IS_QUOTED = /[",;\t\r\n]/;

/** A text that somebody wrote. Numbers of the page itself need none of this. */
export function csvCell(text: string): string {
  const harmless = text.replace(FORMULA, "$1$2'$3").replace(FIRST_IS_CONTROL, "'$&");
  return IS_QUOTED.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

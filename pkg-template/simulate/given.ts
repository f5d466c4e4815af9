// What `simulate` is given: coverages of both sides, options, and the separator of a text.
import type * as api from "../care-coverage";
import { unusable } from "../error.ts";
import type { Sides } from "./part.ts";

/** Both sides, each of what `of` gives for a coverage. */
export function sidesOf<C, T>(current: api.CoverageOrStack<C>, draft: api.CoverageOrStack<C> | null | undefined, of: (coverage: C) => T): Sides<T> {
  const side = (name: string, given: api.CoverageOrStack<C>) => {
    const coverages: readonly C[] = Array.isArray(given) ? given : [given as C];
    if (coverages.length === 0) throw unusable("wrong_type", `${name}: expected a coverage, or several in the order in which they pay`);
    return coverages.map(of);
  };
  return { current: side("current", current), draft: draft === null || draft === undefined ? null : side("draft", draft) };
}

const [COMMA, SEMICOLON, TAB, BAR, QUOTE] = [44, 59, 9, 124, 34];
const SEPARATORS: Record<string, number | undefined> = { ",": COMMA, ";": SEMICOLON, tab: TAB, "|": BAR };

/** The byte between the cells of a CSV, as src/coverage/claims/header.rs finds it: that of the mapping, or the first one in the header that
 *  is in no quotation marks. */
export function separatorOf(options: api.SimulateOptions): (header: Uint8Array) => number {
  const { separator: given }: { separator?: unknown } = { ...options.mapping };
  const known = typeof given === "string" ? SEPARATORS[given] : undefined;
  return (header) => {
    if (known !== undefined) return known;
    let isQuoted = false;
    for (const byte of header) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (!isQuoted && (byte === COMMA || byte === SEMICOLON || byte === TAB || byte === BAR)) return byte;
    }
    return COMMA!;
  };
}

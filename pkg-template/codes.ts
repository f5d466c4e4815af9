// A text or a boolean as a small integer, as in src/coverage/batch/codes.rs.
import type * as api from "./care-coverage";

export const LEFT_OUT = 0;
export const NO_VALUE = 1;
const FIRST_VALUE = 2;
export const FALSE = 2;
export const TRUE = 3;
export const NO_AGE = 255;

/** The texts that have codes, and what else says a fact: the answer of the core's `actCodes`. */
export interface Vocabulary extends api.ActCodes {
  visible_teeth: number[];
  non_conventioned_establishments: string[] | null;
}

const BLANK = 0x20;
const TILDE = 0x7e;

/** So many texts that have no code are remembered for a fact. */
const MAX_OTHERS = 256;

/** The texts of a fact. */
export class Texts {
  /** An object without a prototype: half the time of a `Map`. */
  readonly codes = Object.create(null) as Record<string, number>;
  #others = 0;

  constructor(texts: string[]) {
    texts.forEach((text, position) => (this.codes[text] = position + FIRST_VALUE));
  }

  /** The code of a text that was not met before. */
  learn(text: string): number {
    if (!isPlain(text)) return -1;
    if (this.#others < MAX_OTHERS) {
      this.#others += 1;
      this.codes[text] = NO_VALUE;
    }
    return NO_VALUE;
  }
}

/** The code of a text or of `null`; negative for what the core has to look at. */
export function text(texts: Texts, value: unknown): number {
  if (typeof value === "string") return texts.codes[value] ?? texts.learn(value);
  return value === null ? NO_VALUE : -1;
}

/** Whether a text is certainly good: 1 to 64 visible characters of ASCII, with blanks only between them. Others the core looks at. No
 *  regular expression: one that is first compiled at the end of the stack ends a program of V8. */
export function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || last > 63 || text.charCodeAt(0) === BLANK || text.charCodeAt(last) === BLANK) return false;
  for (let index = 0; index <= last; index++) {
    const unit = text.charCodeAt(index);
    if (unit < BLANK || unit > TILDE) return false;
  }
  return true;
}

export function flag(value: unknown): number {
  return value === true ? TRUE : value === false ? FALSE : value === null ? NO_VALUE : -1;
}

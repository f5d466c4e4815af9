// A care act as a few integers: a code for each fact, as in src/coverage/batch/codes.rs.
//
// What the encoder knows it reads exactly as the core does; everything else it leaves to the core: unknown fields, values of
// another kind, contradictions, odd objects. So it needs no message and no rule of its own.

import { isPlainAmount } from "./amounts.ts";
import { FALSE, LEFT_OUT, NO_AGE, NO_VALUE, TRUE, Texts, type Vocabulary, isPlain, text } from "./codes.ts";
import { EncodedAct } from "./encoded-act.ts";

/** Of a plain object, with what somebody may have added to all of them. */
const PLAIN = {};

/** What another field says of a boolean fact, in addition to the codes. */
const NOT_SAID = -1;
const SILENT = -2;

export class ActEncoder extends EncodedAct {
  readonly #careTypes: Texts;
  /** By FDI number: the code of "is visible"; none where there is no such tooth. */
  readonly #teeth: (number | undefined)[];
  readonly #nonConventioned: Set<unknown> | null;
  readonly #isTooth = (value: unknown): boolean => typeof value === "number" && this.#teeth[value] !== undefined;
  #isReading = false;

  constructor(vocabulary: Vocabulary) {
    super(vocabulary);
    this.#careTypes = new Texts(vocabulary.care_type);
    this.#teeth = teeth(vocabulary.visible_teeth);
    const others = vocabulary.non_conventioned_establishments;
    this.#nonConventioned = others && new Set(others);
  }

  /** Whether the act could be encoded. Reading it may run foreign code, a getter that asks about another act: that one is left to the
   *  core, so that it spoils nothing. */
  encode(act: unknown): boolean {
    if (this.#isReading) return false;
    this.#isReading = true;
    let isEncoded = false;
    try {
      isEncoded = this.#encode(act);
    } catch {
      // A getter or a proxy that threw, or the end of the stack.
    }
    this.#isReading = false;
    return isEncoded;
  }

  #encode(act: unknown): boolean {
    if (typeof act !== "object" || act === null) return false;
    const prototype = Object.getPrototypeOf(act);
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const _ in PLAIN) return false;

    this.clear();
    let careDate = 0;
    let birthDate = 0;
    let byTeeth = NOT_SAID;
    let byEstablishment = NOT_SAID;

    for (const key in act) {
      const value: unknown = (act as Record<string, unknown>)[key];
      if (value === undefined) continue;
      switch (key) {
        case "care_type":
          if (value === null) return false;
          if ((this.careType = text(this.#careTypes, value)) < 0) return false;
          break;
        case "care_date":
          if (value !== null && (careDate = date(value)) < 0) return false;
          break;
        case "member_birth_date":
          if (value !== null && (birthDate = date(value)) < 0) return false;
          break;
        case "member_age":
          if (value === null) break;
          if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 130) return false;
          this.age = value | 0;
          break;
        case "teeth":
          if ((byTeeth = this.#visible(value)) === NOT_SAID) return false;
          break;
        case "establishment":
          if (value !== null && !(typeof value === "string" && isPlain(value))) return false;
          if (this.#nonConventioned) byEstablishment = value === null ? SILENT : this.#nonConventioned.has(value) ? FALSE : TRUE;
          break;
        default:
          if (!this.take(key, value) && !this.amount(key, value)) return false;
      }
    }
    if (this.careType === LEFT_OUT) return false;
    if (careDate !== 0 && birthDate !== 0) {
      const years = Math.floor((careDate - birthDate) / 10_000);
      if (careDate < birthDate || years > 130 || (this.age !== NO_AGE && this.age !== years)) return false;
      this.age = years;
    }
    if (byTeeth !== NOT_SAID) {
      const visible = both(this.is_for_at_least_one_visible_tooth, byTeeth);
      if (visible < 0) return false;
      this.is_for_at_least_one_visible_tooth = visible;
    }
    if (byEstablishment !== NOT_SAID) {
      const conventionne = both(this.is_etablissement_conventionne, byEstablishment);
      if (conventionne < 0) return false;
      this.is_etablissement_conventionne = conventionne;
    }
    return true;
  }

  /** Whether a field is an amount that is certainly good. */
  protected amount(field: string, value: unknown): boolean {
    return isPlainAmount(field, value, isDate, this.#isTooth);
  }

  /** What the teeth say of the visible tooth; `NOT_SAID` for what the core has to look at. */
  #visible(value: unknown): number {
    if (value === null) return SILENT;
    if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype) return NOT_SAID;
    const { length } = value;
    let visible = length === 0 ? NO_VALUE : FALSE;
    for (let index = 0; index < length; index++) {
      const tooth: unknown = value[index];
      const code = typeof tooth === "number" ? this.#teeth[tooth] : undefined;
      if (code === undefined) return NOT_SAID;
      if (code === TRUE) visible = TRUE;
    }
    return visible;
  }
}

function teeth(visible: number[]): (number | undefined)[] {
  const teeth = new Array<number | undefined>(100).fill(undefined);
  for (const quadrant of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (let unit = 1; unit <= (quadrant <= 4 ? 8 : 5); unit++) teeth[quadrant * 10 + unit] = FALSE;
  }
  for (const tooth of visible) teeth[tooth] = TRUE;
  return teeth;
}

/** A date as yyyymmdd; negative for what the core has to look at. */
function date(value: unknown): number {
  if (typeof value !== "string" || value.length !== 10 || value.charCodeAt(4) !== 45 || value.charCodeAt(7) !== 45) return -1;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const day = digits(value, 8, 10);
  if (!(year >= 1 && month >= 1 && month <= 12 && day >= 1)) return -1;
  if (day > 28 && day > daysOf(year, month)) return -1;
  return year * 10_000 + month * 100 + day;
}

function isDate(value: unknown): boolean {
  return date(value) > 0;
}

function digits(text: string, start: number, end: number): number {
  let number = 0;
  for (let index = start; index < end; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** What a boolean and another field say together; negative where they contradict each other. */
function both(stated: number, derived: number): number {
  if (derived === SILENT) return stated === LEFT_OUT ? NO_VALUE : stated;
  return stated === LEFT_OUT || stated === derived ? derived : -1;
}

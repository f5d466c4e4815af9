// A care act as a few integers: a code for each fact, as in src/coverage/batch/codes.rs.
//
// What the encoder knows it reads exactly as the core does; everything else it leaves to the core: unknown fields, values of
// another kind, contradictions, odd objects. So it needs no message and no rule of its own.

export const LEFT_OUT = 0;
export const NO_VALUE = 1;
const FIRST_VALUE = 2;
const FALSE = 2;
const TRUE = 3;
export const NO_AGE = 255;

/** The texts that have codes, and what else tells a fact: the answer of the core's `actCodes`. */
export interface Vocabulary {
  care_type: string[];
  practitioner: string[];
  glasses_lens_complexity: string[];
  treatment_mode: string[];
  nature_de_soins: string[];
  visible_teeth: number[];
  non_conventioned_establishments: string[] | null;
}

/** Of a plain object, with what somebody may have added to all of them. */
const PLAIN = {};

const BLANK = 0x20;
const TILDE = 0x7e;

/** What another field says of a boolean fact, beside the codes. */
const NOT_SAID = -1;
const SILENT = -2;

export class ActEncoder {
  // The act that was encoded last.
  careType = LEFT_OUT;
  age = NO_AGE;
  optam = LEFT_OUT;
  visibleTooth = LEFT_OUT;
  conventionne = LEFT_OUT;
  secu = LEFT_OUT;
  practitioner = LEFT_OUT;
  lens = LEFT_OUT;
  mode = LEFT_OUT;
  nature = LEFT_OUT;

  readonly #careTypes: Texts;
  readonly #practitioners: Texts;
  readonly #lenses: Texts;
  readonly #modes: Texts;
  readonly #natures: Texts;
  /** By FDI number: the code of "is visible"; none where there is no such tooth. */
  readonly #teeth: (number | undefined)[];
  readonly #nonConventioned: Set<unknown> | null;

  constructor(vocabulary: Vocabulary) {
    this.#careTypes = new Texts(vocabulary.care_type);
    this.#practitioners = new Texts(vocabulary.practitioner);
    this.#lenses = new Texts(vocabulary.glasses_lens_complexity);
    this.#modes = new Texts(vocabulary.treatment_mode);
    this.#natures = new Texts(vocabulary.nature_de_soins);
    this.#teeth = teeth(vocabulary.visible_teeth);
    const others = vocabulary.non_conventioned_establishments;
    this.#nonConventioned = others && new Set(others);
  }

  /** Whether the act could be encoded. Reading it may run foreign code. */
  encode(act: unknown): boolean {
    try {
      return this.#encode(act);
    } catch {
      return false; // A getter or a proxy that threw.
    }
  }

  #encode(act: unknown): boolean {
    if (typeof act !== "object" || act === null) return false;
    const prototype = Object.getPrototypeOf(act);
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const _ in PLAIN) return false;

    // Only when all is read, so that a getter that asks about another act spoils nothing.
    let careType = LEFT_OUT;
    let age = NO_AGE;
    let optam = LEFT_OUT;
    let visibleTooth = LEFT_OUT;
    let conventionne = LEFT_OUT;
    let secu = LEFT_OUT;
    let practitioner = LEFT_OUT;
    let lens = LEFT_OUT;
    let mode = LEFT_OUT;
    let nature = LEFT_OUT;
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
          if ((careType = text(this.#careTypes, value)) < 0) return false;
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
          age = value | 0;
          break;
        case "is_optam_or_secteur_1":
          if ((optam = flag(value)) < 0) return false;
          break;
        case "is_for_at_least_one_visible_tooth":
          if ((visibleTooth = flag(value)) < 0) return false;
          break;
        case "teeth":
          if ((byTeeth = this.#visible(value)) === NOT_SAID) return false;
          break;
        case "is_etablissement_conventionne":
          if ((conventionne = flag(value)) < 0) return false;
          break;
        case "establishment":
          if (value !== null && !(typeof value === "string" && isPlain(value))) return false;
          if (this.#nonConventioned) byEstablishment = value === null ? SILENT : this.#nonConventioned.has(value) ? FALSE : TRUE;
          break;
        case "practitioner":
          if ((practitioner = text(this.#practitioners, value)) < 0) return false;
          break;
        case "glasses_lens_complexity":
          if ((lens = text(this.#lenses, value)) < 0) return false;
          break;
        case "reimbursed_by_secu":
          if ((secu = flag(value)) < 0) return false;
          break;
        case "treatment_mode":
          if ((mode = text(this.#modes, value)) < 0) return false;
          break;
        case "nature_de_soins":
          if ((nature = text(this.#natures, value)) < 0) return false;
          break;
        default:
          return false;
      }
    }
    if (careType === LEFT_OUT) return false;
    if (careDate !== 0 && birthDate !== 0) {
      const years = Math.floor((careDate - birthDate) / 10_000);
      if (careDate < birthDate || years > 130 || (age !== NO_AGE && age !== years)) return false;
      age = years;
    }
    if (byTeeth !== NOT_SAID && (visibleTooth = both(visibleTooth, byTeeth)) < 0) return false;
    if (byEstablishment !== NOT_SAID && (conventionne = both(conventionne, byEstablishment)) < 0) return false;

    this.careType = careType;
    this.age = age;
    this.optam = optam;
    this.visibleTooth = visibleTooth;
    this.conventionne = conventionne;
    this.secu = secu;
    this.practitioner = practitioner;
    this.lens = lens;
    this.mode = mode;
    this.nature = nature;
    return true;
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

/** So many texts that have no code are remembered for a fact. */
const MAX_OTHERS = 256;

/** The texts of a fact. */
class Texts {
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

function teeth(visible: number[]): (number | undefined)[] {
  const teeth = new Array<number | undefined>(100).fill(undefined);
  for (const quadrant of [1, 2, 3, 4, 5, 6, 7, 8]) {
    for (let unit = 1; unit <= (quadrant <= 4 ? 8 : 5); unit++) teeth[quadrant * 10 + unit] = FALSE;
  }
  for (const tooth of visible) teeth[tooth] = TRUE;
  return teeth;
}

/** The code of a text or of `null`; negative for what the core has to look at. */
function text(texts: Texts, value: unknown): number {
  if (typeof value === "string") return texts.codes[value] ?? texts.learn(value);
  return value === null ? NO_VALUE : -1;
}

/** Whether a text is certainly good: 1 to 64 visible characters of ASCII, with blanks only between them. Others the core looks at. No
 *  regular expression: one that is first compiled at the end of the stack ends a program of V8. */
function isPlain(text: string): boolean {
  const last = text.length - 1;
  if (last < 0 || last > 63 || text.charCodeAt(0) === BLANK || text.charCodeAt(last) === BLANK) return false;
  for (let index = 0; index <= last; index++) {
    const unit = text.charCodeAt(index);
    if (unit < BLANK || unit > TILDE) return false;
  }
  return true;
}

function flag(value: unknown): number {
  return value === true ? TRUE : value === false ? FALSE : value === null ? NO_VALUE : -1;
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

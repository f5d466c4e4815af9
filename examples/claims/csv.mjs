// Rows as bytes of CSV.
import { WOMEN } from "./rows.mjs";

const COLUMNS = [
  "person", "family", "member_age", "sex", "care_date", "care_type", "act_code", "practitioner", "is_optam_or_secteur_1", "reimbursed_by_secu",
  "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne", "treatment_mode", "nature_de_soins", "glasses_lens_complexity", "charged", "brss",
  "secu_rate_percent", "pathway_rate_percent", "flat_contribution", "franchise", "quantity", "plv", "hlf", "side",
];

/** Longer than any row. */
const LONGEST = 512;
const [ZERO, COMMA, POINT, END] = [48, 44, 46, 10];
const DIGITS_OF_A_PERSON = 7;
const NOTHING = new Uint8Array();

const encoder = new TextEncoder();
const encoded = (texts) => texts.map((text) => encoder.encode(text));
const [P, F] = [80, 70];
const [MALE, FEMALE] = [77, 70];
const FLAGS = encoded(["", "", "false", "true"]);
const SIDES = encoded(["", "", "left", "right"]);
const MISTAKES = { careType: encoder.encode("INCONNU"), date: encoder.encode("31/02/2025"), charged: encoder.encode("n.c."), age: encoder.encode("-1") };

export class CsvWriter {
  #out;
  #at = 0;
  #texts;
  #dates;
  #first;

  constructor({ texts, first, days, size }) {
    this.#out = new Uint8Array(size + LONGEST);
    this.#texts = Object.fromEntries(Object.entries(texts).map(([name, list]) => [name, encoded(list)]));
    this.#first = first;
    this.#dates = encoded(Array.from({ length: days }, (_, day) => new Date((first + day) * 86_400_000).toISOString().slice(0, 10)));
    this.#text(encoder.encode(COLUMNS.join()));
    this.#out[this.#at - 1] = END;
  }

  get length() {
    return this.#at;
  }

  /** `mistake`: the name of a cell that cannot be read. */
  write(row, mistake) {
    const texts = this.#texts;
    this.#name(P, row.person);
    this.#name(F, row.family);
    if (mistake === "age") this.#text(MISTAKES.age);
    else this.#integer(row.age);
    this.#out[this.#at++] = row.sex === WOMEN ? FEMALE : MALE;
    this.#out[this.#at++] = COMMA;
    this.#text(mistake === "date" ? MISTAKES.date : this.#dates[row.day - this.#first]);
    this.#text(mistake === "careType" ? MISTAKES.careType : texts.careTypes[row.careType]);
    this.#text(texts.codes[row.code]);
    this.#text(texts.practitioners[row.practitioner]);
    this.#text(FLAGS[row.agreed]);
    this.#text(FLAGS[row.reimbursed]);
    this.#text(FLAGS[row.visible]);
    this.#text(FLAGS[row.contracted]);
    this.#text(texts.modes[row.mode]);
    this.#text(texts.natures[row.nature]);
    this.#text(texts.lenses[row.lens]);
    if (mistake === "charged") this.#text(MISTAKES.charged);
    else this.#cents(row.charged);
    this.#cents(row.base);
    this.#integer(row.rate);
    this.#integer(row.pathwayRate);
    this.#cents(row.contribution || -1);
    this.#cents(row.franchise || -1);
    this.#integer(row.quantity || -1);
    this.#cents(row.plv);
    this.#cents(row.hlf);
    this.#text(SIDES[row.side]);
    this.#out[this.#at - 1] = END;
  }

  /** The bytes since the last time. */
  take() {
    const bytes = this.#out.slice(0, this.#at);
    this.#at = 0;
    return bytes;
  }

  #text(bytes) {
    const out = this.#out;
    let at = this.#at;
    for (let index = 0; index < bytes.length; index++) out[at++] = bytes[index];
    out[at++] = COMMA;
    this.#at = at;
  }

  #name(letter, number) {
    const out = this.#out;
    out[this.#at] = letter;
    for (let place = this.#at + DIGITS_OF_A_PERSON; place > this.#at; place--) {
      const less = (number / 10) | 0;
      out[place] = ZERO + number - less * 10;
      number = less;
    }
    this.#at += DIGITS_OF_A_PERSON + 1;
    out[this.#at++] = COMMA;
  }

  /** Nothing where it is negative. */
  #integer(number) {
    if (number < 0) return this.#text(NOTHING);
    this.#digits(number);
    this.#out[this.#at++] = COMMA;
  }

  #cents(number) {
    if (number < 0) return this.#text(NOTHING);
    const whole = (number / 100) | 0;
    this.#digits(whole);
    const out = this.#out;
    const cents = number - whole * 100;
    out[this.#at++] = POINT;
    out[this.#at++] = ZERO + ((cents / 10) | 0);
    out[this.#at++] = ZERO + (cents % 10);
    out[this.#at++] = COMMA;
  }

  #digits(number) {
    let length = 1;
    for (let limit = 10; limit <= number; limit *= 10) length += 1;
    for (let place = this.#at + length - 1; place >= this.#at; place--) {
      const less = (number / 10) | 0;
      this.#out[place] = ZERO + number - less * 10;
      number = less;
    }
    this.#at += length;
  }
}

/** Names of cells that a mistake can be in. */
export const CELLS_WITH_MISTAKES = Object.keys(MISTAKES);

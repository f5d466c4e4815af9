// Row by row: who, when, which act and what it costs. Amounts are in cents. The same object is filled for each row.
import { CLASSES, WOMEN } from "./classes.mjs";
import { actsOf } from "./acts.mjs";
import counts from "./counts.json" with { type: "json" };
import { byClass, peopleOf } from "./people.mjs";
import { drawer, pick, random } from "./random.mjs";

export const ROWS_OF_A_PERSON = 13.5;
const DAY = 86_400_000;
/** From here on fees of doctors are those of the agreement of 2024. */
const NEW_FEES = Date.UTC(2024, 11, 22) / DAY;
const ADULT = 18;
const IN_PATHWAY_FROM = 16;
const [NO, YES] = [2, 3];

const share = (values, chosen, all = Object.keys(values)) => all.reduce((sum, value) => sum + (chosen.includes(value) ? values[value] : 0), 0) / all.reduce((sum, value) => sum + values[value], 0);

const OF_ILL = ["41", "42", "43", "44", "45", "46"];
const PAID_IN_FULL = ["10", "20", "21", "30", "42", "44", "46", "51", "54", "55", "57", "62", "63", "81", "82", "91"];
/** The share of lines of which the Sécu pays all: of persons with a long-term illness, and of others. An unknown reason is none. */
const FULL_OF_ILL = share(counts.exoneration, PAID_IN_FULL, OF_ILL);
const FULL_OF_OTHERS = share(counts.exoneration, PAID_IN_FULL, Object.keys(counts.exoneration).filter((value) => !OF_ILL.includes(value)));
/** The share of acts of doctors that are out of the care pathway: with a doctor of one's own (23), or without (24). */
const OUT_OF_PATHWAY = share(counts.pathway, ["23", "24"], Object.keys(counts.pathway).filter((value) => !["0", "31", "32", "33", "34"].includes(value)));
/** Of acts that are in a hospital or not. */
const IN_STAY = share(counts.treatment_mode, ["1"], ["1", "2"]);

/** What the Sécu pays in Alsace and Moselle in place of these rates. */
const LOCAL_RATES = { 15: 15, 30: 80, 55: 100, 60: 90, 65: 90, 70: 90, 80: 100, 100: 100 };
const LOWER_OUT_OF_PATHWAY = 40;

export class ClaimRows {
  constructor({ rows, seed, year, order, catalog }) {
    this.next = random(seed);
    this.catalog = actsOf(catalog);
    this.rows = rows;
    this.order = order;
    this.people = peopleOf(Math.max(1, Math.ceil(rows / ROWS_OF_A_PERSON)), this.next);
    [this.first, this.days] = [Date.UTC(year, 0, 1) / DAY, (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY];
    this.row = {
      person: 0, family: 0, age: 0, sex: 0, day: 0, careType: 0, code: 0, practitioner: 0, agreed: 0, reimbursed: 0, visible: 0, contracted: 0, mode: 0, nature: 0, lens: 0,
      charged: 0, base: -1, rate: -1, pathwayRate: -1, contribution: 0, franchise: 0, quantity: 0, plv: -1, hlf: -1, side: 0,
    };
  }

  /** Calls `take` with each row. */
  *[Symbol.iterator]() {
    yield* this.order === "date" ? this.#byDate() : this.#byPerson();
  }

  *#byDate() {
    const { starts, persons } = byClass(this.people);
    const drawClass = drawer(CLASSES.map((_, own) => (starts[own + 1] > starts[own] ? this.catalog.linesOfClasses[own] : 0)));
    for (let row = 0; row < this.rows; row++) {
      const own = drawClass(this.next());
      const person = persons[starts[own] + ((this.next() * (starts[own + 1] - starts[own])) | 0)];
      yield this.#rowOf(person, this.first + Math.floor((row * this.days) / this.rows));
    }
  }

  *#byPerson() {
    const { people, next, catalog } = this;
    const { starts } = byClass(people);
    const weights = Float64Array.from(people.classes, (own) => (catalog.linesOfClasses[own] / (starts[own + 1] - starts[own])) * (0.3 + 1.4 * next()));
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let [before, given] = [0, 0];
    for (let person = 0; person < people.count; person++) {
      before += weights[person];
      const until = person === people.count - 1 ? this.rows : Math.floor((this.rows * before) / all);
      const days = Int32Array.from({ length: until - given }, () => this.first + ((next() * this.days) | 0)).sort();
      for (const day of days) yield this.#rowOf(person, day);
      given = until;
    }
  }

  #rowOf(person, day) {
    const { row, next, people, catalog } = this;
    const own = people.classes[person];
    const act = catalog.acts[catalog.drawAct[own](next())];
    row.person = person;
    row.family = people.family[person];
    row.age = people.age[person];
    row.sex = people.sex[person];
    row.day = day;
    row.code = act.code;
    this.#facts(act, own);
    this.#amounts(act, people.isIll[person] === 1, people.isLocal[person] === 1);
    return row;
  }

  #facts(act, own) {
    const { row, next, catalog } = this;
    const isStay = act.hasPlaces ? next() < IN_STAY : true;
    row.careType = isStay ? act.careType : act.careTypeOutside;
    row.practitioner = act.practitioner;
    if (act.isBySpecialty) {
      const specialty = catalog.specialties[catalog.drawSpecialty[own](next())];
      row.practitioner = specialty.practitioner;
      if (act.ofSpecialty) row.careType = specialty.careType;
    }
    row.agreed = act.agreed < 0 ? 0 : next() < act.agreed ? YES : NO;
    row.reimbursed = act.reimbursed;
    row.visible = act.visible < 0 ? 0 : next() < act.visible ? YES : NO;
    row.contracted = act.contracted < 0 || !isStay ? 0 : next() < act.contracted ? YES : NO;
    row.mode = act.modes.length === 0 || !isStay ? 0 : pick(act.modes, next());
    row.nature = isStay ? act.nature : 0;
    row.lens = act.lens;
    row.side = act.hasSides ? (next() < 0.5 ? NO : YES) : 0;
  }

  #amounts(act, isIll, isLocal) {
    const { row, next } = this;
    const times = act.days === null ? 1 : pick(act.days, next());
    const boxes = act.boxes === null ? 1 : pick(act.boxes, next());
    row.quantity = act.days !== null ? times : act.boxes !== null ? boxes : 0;
    row.base = -1;
    if (act.base !== null) row.base = this.#amount(row.day < NEW_FEES ? act.baseBefore : act.base) * times;
    row.charged = act.charged !== null ? Math.max(this.#amount(act.charged) * times, row.base) : row.base + this.#excess(act, row.base);
    row.plv = act.plv;
    row.hlf = act.hlf;
    row.rate = act.base === null ? -1 : act.rate;
    row.pathwayRate = -1;
    row.contribution = row.age < ADULT ? 0 : act.contribution;
    row.franchise = row.age < ADULT ? 0 : act.franchise * boxes;
    if (row.rate < 0) return;
    if (isLocal) row.rate = LOCAL_RATES[row.rate];
    if (next() < (isIll ? FULL_OF_ILL : FULL_OF_OTHERS)) row.rate = 100;
    if (act.hasPathway && row.age >= IN_PATHWAY_FROM && next() < OUT_OF_PATHWAY) {
      row.pathwayRate = row.rate;
      row.rate -= LOWER_OUT_OF_PATHWAY;
    }
  }

  /** One of a list, or one between two, small ones more often. */
  #amount(given) {
    return Array.isArray(given) ? pick(given, this.next()) : Math.round(given.from * (given.to / given.from) ** this.next());
  }

  /** What is charged above the base, in steps of 50 cents. */
  #excess({ excess, agreedExcess }, base) {
    const { row, next } = this;
    if (row.agreed === NO) return Math.ceil((base * (excess[0] + (excess[1] - excess[0]) * next())) / 50) * 50;
    return row.agreed === YES && agreedExcess[0] > 0 && next() < agreedExcess[0] ? Math.ceil((base * agreedExcess[1] * next()) / 50) * 50 : 0;
  }
}

export { NO, WOMEN, YES };

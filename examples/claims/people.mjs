// Persons in families of one to five, with ages that fit, and what is the same for all acts of a person.
import { CLASSES, WOMEN, classOf } from "./classes.mjs";
import counts from "./counts.json" with { type: "json" };
import { drawer } from "./random.mjs";

/** Households of so many persons, in percent. */
const SIZES = [37, 33, 13, 12, 5];
/** Who has a long-term illness, in percent, by decade of age. */
const LONG_TERM_ILLNESS = [3, 4, 5, 8, 14, 24, 38, 52, 62, 62];

const known = (values) => Object.entries(values).filter(([value]) => value !== "9").reduce((sum, [, lines]) => sum + lines, 0);
const { local_scheme } = counts;
/** The share of lines of the local scheme of Alsace and Moselle, of those that say it. */
const LOCAL = (local_scheme[2] + local_scheme[3] + local_scheme[4]) / known(local_scheme);

const drawSize = drawer(SIZES);

export function peopleOf(count, next) {
  const people = { count, families: 0, family: new Uint32Array(count), age: new Uint8Array(count), sex: new Uint8Array(count), classes: new Uint8Array(count), isIll: new Uint8Array(count), isLocal: new Uint8Array(count) };
  for (let person = 0; person < count; people.families++) {
    const isLocal = next() < LOCAL ? 1 : 0;
    for (const [age, sex] of familyOf(next).slice(0, count - person)) {
      people.family[person] = people.families;
      people.age[person] = age;
      people.sex[person] = sex;
      people.classes[person] = classOf(age, sex);
      people.isIll[person] = next() * 100 < LONG_TERM_ILLNESS[Math.min(9, (age / 10) | 0)] ? 1 : 0;
      people.isLocal[person] = isLocal;
      person += 1;
    }
  }
  return people;
}

/** Ages and sexes: somebody alone, a couple, or parents, or one of them, with children. */
function familyOf(next) {
  const size = drawSize(next()) + 1;
  const between = (from, to) => from + ((next() * (to - from + 1)) | 0);
  const sex = next() < 0.5 ? 0 : WOMEN;
  if (size === 1) return [[between(19, 95), sex]];
  const isCouple = size > 2 ? next() < 0.85 : next() < 0.78;
  const children = size - (isCouple ? 2 : 1);
  const age = children > 0 ? between(25, 56) : between(22, 90);
  const adults = isCouple ? [[age, sex], [Math.max(19, age + between(-4, 4)), 1 - sex]] : [[age, sex]];
  return [...adults, ...Array.from({ length: children }, () => [Math.min(25, Math.max(0, age - between(24, 36))), next() < 0.5 ? 0 : WOMEN])];
}

/** The persons of each class, one class after the other. */
export function byClass({ classes }) {
  const starts = new Uint32Array(CLASSES.length + 1);
  for (const own of classes) starts[own + 1] += 1;
  for (let index = 0; index < CLASSES.length; index++) starts[index + 1] += starts[index];
  const places = starts.slice();
  const persons = new Uint32Array(classes.length);
  classes.forEach((own, person) => (persons[places[own]++] = person));
  return { starts, persons };
}

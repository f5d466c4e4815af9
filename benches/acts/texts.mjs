// The acts of a world as columns of codes, as lines of JSON and as CSV.
import { FIELDS, FLAGS, TEXTS } from "./conditions.mjs";

const LEFT_OUT = 0;
const NO_VALUE = 1;
const NO_AGE = 255;

export function columnsOf(coverage, acts) {
  const lists = coverage.actCodes();
  const codeOf = (fact) => {
    const codes = new Map(lists[fact].map((text, position) => [text, position + 2]));
    return (value) => (value === undefined ? LEFT_OUT : (codes.get(value) ?? NO_VALUE));
  };
  const column = (kind, fact, code) => [fact, kind.from(acts, (act) => code(act[fact]))];
  const flag = (value) => (value === undefined ? LEFT_OUT : value === null ? NO_VALUE : value ? 3 : 2);
  return Object.fromEntries([
    ...["care_type", ...TEXTS].map((fact) => column(Uint32Array, fact, codeOf(fact))),
    column(Uint8Array, "member_age", (age) => age ?? NO_AGE),
    ...FLAGS.map((fact) => column(Uint8Array, fact, flag)),
  ]);
}

export const ndjsonOf = (acts) => new TextEncoder().encode(acts.map((act) => JSON.stringify(act)).join("\n"));

/** None of the texts needs quotation marks. */
export function csvOf(acts) {
  const rows = acts.map((act) => FIELDS.map((field) => (act[field] === undefined ? "" : String(act[field]))));
  return new TextEncoder().encode([FIELDS, ...rows].map((cells) => cells.join(",")).join("\n"));
}

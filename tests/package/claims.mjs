// Claims for tests of simulations: rows from a seed, and the same rows in every way in which they can be given.
import { readFileSync } from "node:fs";
import { Bool, DateDay, Dictionary, Float64, Int32, Table, Utf8, tableToIPC, vectorFromArray } from "apache-arrow";
import { parquetWriteBuffer } from "hyparquet-writer";

const read = (name) => JSON.parse(readFileSync(`examples/${name}.json`, "utf8"));
export const lists = read("catalog");
export const current = read("coverage");
/** Pays more of everything, and nothing for a part of the acts. */
export const draft = { ...current, version: current.version + 1, guarantees: current.guarantees.slice(1) };

const CARE_TYPES = lists.internal_care_types.map(({ short_code }) => short_code);

/** Whole numbers of 32 bits, the same ones in each run. */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Rows of about ten acts a person, in no order. What is left out is not there. */
export function rows(count, seed = 1) {
  const random = numbers(seed);
  const next = (below) => random() % below;
  return Array.from({ length: count }, () => {
    const charged = next(200_000) / 100;
    const day = new Date(Date.UTC(2025, 0, 1 + next(365))).toISOString().slice(0, 10);
    return {
      care_type: CARE_TYPES[next(CARE_TYPES.length)], person: `P${next(Math.ceil(count / 10))}`, care_date: day, member_age: next(100),
      ...(next(3) > 0 && { practitioner: ["GP", "DENTIST", "SPECIALIST"][next(3)] }), is_optam_or_secteur_1: next(2) === 0, reimbursed_by_secu: next(8) > 0,
      charged, brss: Math.floor(charged * 50) / 100, secu_rate_percent: [60, 70, 100][next(3)], branch: ["north", "south", "élan \"est\""][next(3)],
    };
  });
}

const FIELDS = ["care_type", "person", "care_date", "member_age", "practitioner", "is_optam_or_secteur_1", "reimbursed_by_secu", "charged", "brss", "secu_rate_percent", "branch"];
const TEXTS = ["care_type", "person", "practitioner", "branch"];
const FLAGS = ["is_optam_or_secteur_1", "reimbursed_by_secu"];
const AMOUNTS = ["charged", "brss", "secu_rate_percent"];

export function csvOf(rows, end = "\n") {
  const cell = (value) => (value === undefined ? "" : typeof value === "string" && value.includes('"') ? `"${value.replaceAll('"', '""')}"` : String(value));
  return `${[FIELDS, ...rows.map((row) => FIELDS.map((field) => cell(row[field])))].map((cells) => cells.join(";")).join(end)}${end}`;
}

export function ndjsonOf(rows) {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** Without the caller's column, of which an act as a value has none. */
export function valuesOf(rows) {
  return rows.map(({ branch, ...row }) => row);
}

const dayOf = (date) => Date.parse(date) / 86_400_000;

export function columnsOf(rows) {
  const text = (field) => {
    const names = [...new Set(rows.map((row) => row[field]))].filter((name) => name !== undefined);
    return { codes: Uint32Array.from(rows, (row) => names.indexOf(row[field]) + (row[field] === undefined ? 1 : 2)), names };
  };
  return {
    ...Object.fromEntries(TEXTS.filter((field) => field !== "branch").map((field) => [field, text(field)])),
    ...Object.fromEntries(AMOUNTS.map((field) => [field, Float64Array.from(rows, (row) => row[field])])),
    care_date: Int32Array.from(rows, (row) => dayOf(row.care_date)),
    member_age: Uint8Array.from(rows, (row) => row.member_age),
    ...Object.fromEntries(FLAGS.map((field) => [field, Uint8Array.from(rows, (row) => (row[field] ? 3 : 2))])),
    by: { branch: text("branch") },
  };
}

const TYPES = { member_age: { type: "INT32" }, is_optam_or_secteur_1: { type: "BOOLEAN" }, reimbursed_by_secu: { type: "BOOLEAN" }, care_date: { type: "INT32", converted_type: "DATE" } };

/** `changed`: other elements of the schema by name, and how a value is written then; or columns in addition. `encodings`: by name. */
export function parquetOf(rows, { changed = {}, encodings = {}, rowGroupSize = 7_000, ...options } = {}) {
  const names = [...FIELDS, ...Object.keys(changed).filter((name) => !FIELDS.includes(name))];
  const of = (name) => (TEXTS.includes(name) ? { type: "BYTE_ARRAY", converted_type: "UTF8" } : TYPES[name] ?? { type: "DOUBLE" });
  const schema = [
    { name: "root", num_children: names.length },
    ...names.map((name) => ({ name, repetition_type: "OPTIONAL", ...(changed[name]?.element ?? of(name)) })),
  ];
  const value = (name, row) => (changed[name] ? changed[name].value(row) : name === "care_date" ? new Date(row.care_date) : row[name]);
  const columnData = names.map((name) => ({ name, encoding: encodings[name], data: rows.map((row) => value(name, row) ?? null) }));
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, rowGroupSize, ...options }));
}

/** As a file or a stream of several record batches. */
export function arrowOf(rows, kind, batch = 6_000) {
  const types = { care_date: () => new DateDay(), member_age: () => new Int32(), is_optam_or_secteur_1: () => new Bool(), reimbursed_by_secu: () => new Bool() };
  const typeOf = (name) => (name === "person" ? new Utf8() : TEXTS.includes(name) ? new Dictionary(new Utf8(), new Int32()) : (types[name]?.() ?? new Float64()));
  const value = (name, row) => (name === "care_date" ? new Date(row.care_date) : row[name]) ?? null;
  const table = new Table(Object.fromEntries(FIELDS.map((name) => [name, vectorFromArray(rows.map((row) => value(name, row)), typeOf(name))])));
  const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, number) => table.slice(number * batch, (number + 1) * batch).batches[0]);
  return tableToIPC(new Table(batches), kind);
}

// How long does validation take, through the built package in pkg/? Prints a table of medians.
//
//   node benches/validate.mjs [ROW]
//
// ROW is a part of a row's name: only such rows are measured (for a profile: node --cpu-prof benches/validate.mjs ROW).
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { CareTypeCatalog } from "../pkg/index.js";

const [only = ""] = process.argv.slice(2);
const example = (name) => JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
const catalog = new CareTypeCatalog(example("catalog"));
const coverage = example("coverage");

/** The size of a hostile text. */
const MEGABYTE = 1_000_000;
/** Rounds that are measured. */
const ROUNDS = 9;

/** The coverage with its guarantees so many times, each time with new names. */
function times(count) {
  const copies = Array.from({ length: count }, (_, copy) => coverage.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${copy}` })));
  return { ...coverage, guarantees: copies.flat() };
}

/** A coverage of one mapping. */
const mapping = (selector, filter = {}) => ({ ...coverage, guarantees: [{ name: "A", care_type_mappings: [{ selector, filter }], coverage_rule: {} }] });
const including = (codes) => mapping({ include_care_types: codes });
const rule = (coverage_rule) => ({ ...coverage, guarantees: [{ name: "A", care_type_mappings: [], coverage_rule }] });

/** As many entries as make a megabyte of text. */
function megabyte(entry) {
  const entries = [];
  for (let length = 0; length < MEGABYTE; length += JSON.stringify(entries.at(-1)).length + 1) entries.push(entry(entries.length));
  return entries;
}

function typos(count) {
  const { guarantees } = times(Math.ceil(count / coverage.guarantees.length));
  const spoilt = guarantees.slice(0, count).map(({ name, care_type_mappings, coverage_rule }) => ({
    nmae: name,
    care_type_mappings: care_type_mappings.map(({ selector, filter }) => ({
      selector: Object.fromEntries(Object.entries(selector).map(([field, codes]) => [field, codes.map((code) => `${code}X`)])),
      filter: Object.fromEntries(Object.entries(filter).map(([field, value]) => [`${field}s`, value])),
    })),
    coverage_rule,
  }));
  return { ...coverage, guarantees: spoilt };
}

const known = example("catalog").internal_care_types.map(({ short_code }) => short_code);
const nested = (open, close) => open.repeat(MEGABYTE / 2 / open.length) + close.repeat(MEGABYTE / 2 / open.length);

/** Name, and a payload, or only a text where no payload can be so deep, or both where the text is not the payload's. */
const rows = [
  ["example", { payload: () => coverage }],
  ["example, 10 times", { payload: () => times(10) }],
  ["example, 100 times", { payload: () => times(100) }],
  ["a thousand guarantees with typos", { payload: () => typos(1_000) }],
  ["1 MB of one unknown code", { payload: () => including(megabyte(() => "a")) }],
  ["1 MB of one unknown code near a known one", { payload: () => including(megabyte(() => `${known[0]}X`)) }],
  ["1 MB of distinct unknown codes", { payload: () => including(megabyte((index) => `CODE_${index}`)) }],
  ["1 MB of one known code", { payload: () => including(megabyte(() => known[0])) }],
  ["1 MB of unknown treatment modes", { payload: () => mapping({ include_care_types: [known[0]] }, { allowed_treatment_modes: megabyte(() => "3") }) }],
  ["1 MB of unknown fields", { payload: () => ({ ...coverage, ...Object.fromEntries(megabyte((index) => `field_${index}_of_many`).map((name) => [name, 0])) }) }],
  ["1 MB of fields misspelt", { payload: () => mapping({}, Object.fromEntries(megabyte((index) => `min_age${index}`).map((name) => [name, 0]))) }],
  ["1 MB of one list", { payload: () => rule({ list: megabyte(() => 0) }) }],
  ["1 MB of empty guarantees", { payload: () => ({ ...coverage, guarantees: megabyte(() => ({})) }) }],
  ["1 MB of one string", { payload: () => rule({ text: "x".repeat(MEGABYTE) }) }],
  ["1 MB of one name", { payload: () => ({ ...coverage, name: " ".repeat(MEGABYTE) }) }],
  ["1 MB of strings of astral characters", { payload: () => rule({ texts: megabyte(() => "\u{1f48a}".repeat(16)) }) }],
  ["1 MB of nested lists", { text: () => nested("[", "]") }],
  ["1 MB of nested objects", { text: () => nested('{"a":', "}").replace("}", "0}") }],
  ["1 MB of open brackets", { text: () => "[".repeat(MEGABYTE) }],
  ["1 MB of one key that repeats", { text: () => `{${Array.from({ length: MEGABYTE / 6 }, () => '"a":0').join(",")}}` }],
  ["1 MB of white space", { text: () => "\r\n".repeat(MEGABYTE / 2) }],
  ["1 MB of escapes", { text: () => JSON.stringify(rule({})).replace("{}}", `{"a":"${"\\u0061".repeat(MEGABYTE / 6)}"}}`) }],
];

/** After a while in which the compiler of the runtime warms up; of fewer rounds where one takes seconds. */
function median(ask, given) {
  const begun = performance.now();
  while (performance.now() - begun < 200) ask(given);
  const rounds = [];
  while (rounds.length < ROUNDS && (rounds.length === 0 || performance.now() - begun < 4_000)) {
    const started = performance.now();
    ask(given);
    rounds.push(performance.now() - started);
  }
  return rounds.sort((a, b) => a - b)[Math.floor(rounds.length / 2)];
}

const cell = (value, width) => String(value).padStart(width);
const milliseconds = (value) => cell(value === undefined ? "–" : value.toFixed(value < 10 ? 2 : 0), 10);

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}); medians of up to ${ROUNDS} rounds in milliseconds`);
console.log(`${"".padEnd(44)}${cell("KB", 8)}${cell("values", 10)}${cell("text", 10)}${cell("diagnostics", 13)}  µs/KB of text`);
for (const [name, { payload, text }] of rows.filter(([name]) => name.includes(only))) {
  const asText = text ? text() : JSON.stringify(payload());
  const given = payload?.();
  const values = given && median((value) => catalog.validateCoverage(value), given);
  const texts = median((value) => catalog.validateCoverageText(value), asText);
  const kilobytes = asText.length / 1_000;
  const found = catalog.validateCoverageText(asText).length;
  console.log(
    `${name.padEnd(44)}${cell(Math.round(kilobytes), 8)}${milliseconds(values)}${milliseconds(texts)}${cell(found, 13)}${cell((texts * 1_000 / kilobytes).toFixed(1), 15)}`,
  );
}

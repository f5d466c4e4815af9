// How long do checkRequirements and compareAmounts take, through the built package in pkg/? Prints medians of processor time. The generated coverage is one
// of the national catalogue, which is not part of the repository: it is measured where CARE_COVERAGE_DATA names its folder.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { CareTypeCatalog } from "../pkg/index.js";
import { numbers } from "./acts/random.mjs";

const DATE = "2026-03-29";
const read = (path) => JSON.parse(readFileSync(new URL(`../${path}.json`, import.meta.url), "utf8"));
const [ani, responsable] = [read("profiles/fr-ani"), read("profiles/fr-contrat-responsable")];

/** The median processor time of at most 101 runs in two seconds, at least five, in milliseconds. */
function median(work) {
  const times = [];
  const started = performance.now();
  while (times.length < 5 || (times.length < 101 && performance.now() - started < 2_000)) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1_000);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

const row = (name, cells) => console.log(`${name.padEnd(58)}${cells.map((cell) => String(cell).padStart(10)).join("")}`);

function checked(name, coverage, profile, classes) {
  const options = { date: DATE, classes };
  const { summary } = coverage.checkRequirements(profile, options);
  const found = ["holds", "violated", "not_decidable"].map((status) => summary[status]);
  row(`${name}, ${profile.name}`, [median(() => coverage.checkRequirements(profile, options)).toFixed(2), ...found]);
}

function compared(name, current, next) {
  const { regions, not_decidable } = current.compareAmounts(next, { date: DATE });
  row(name, [median(() => current.compareAmounts(next, { date: DATE })).toFixed(2), "", regions.length, not_decidable.length]);
}

console.log(`\n== requirements and amounts (${cpus().length} × ${cpus()[0].model}, Node ${process.version}; medians in ms)`);
row("", ["ms", "hold", "differ", "open"]);
const catalog = new CareTypeCatalog(read("examples/catalog"));
const [confort, base, option] = ["coverage", "collective-base", "collective-option"].map((name) => catalog.compileCoverage(read(`examples/${name}`)));
for (const profile of [ani, responsable]) {
  for (const [name, coverage] of [["CONFORT", confort], ["COLLECTIVE_BASE", base], ["its option", option]]) {
    checked(name, coverage, profile, read("profiles/classes.example"));
  }
}
compared("COLLECTIVE_BASE → its option", base, option);
compared("COLLECTIVE_BASE → CONFORT", base, confort);

const folder = process.env.CARE_COVERAGE_DATA;
if (folder === undefined) {
  console.log("CARE_COVERAGE_DATA names no folder: a coverage of the national catalogue is not measured.");
} else {
  const national = JSON.parse(readFileSync(join(folder, "care-types-national.json"), "utf8"));
  const catalog = new CareTypeCatalog(national);
  const payload = generated(national);
  const [current, next] = [payload, changed(payload)].map((payload) => catalog.compileCoverage(payload));
  const name = "200 guarantees, 1,000 mappings";
  for (const profile of [ani, responsable]) checked(name, current, profile, read("profiles/classes.national"));
  compared(`${name} → half of the rules changed`, current, next);
}

/** Mappings of one care type or a few and an age band each, one in ten of which overlap others; rules of all shapes. */
function generated({ internal_care_types }) {
  const next = numbers(42);
  const pick = (list) => list[next(list.length)];
  const ages = [[0, 15], [16, 29], [30, 44], [45, 99]];
  const acts = internal_care_types.flatMap((type) => ages.map(([min_age, max_age]) => ({ type, min_age, max_age })));
  const mapping = () => {
    const overlaps = acts.length === 0 || next(10) === 0;
    const { type, min_age, max_age } = overlaps ? { type: pick(internal_care_types), min_age: 20, max_age: 29 } : acts.splice(next(acts.length), 1)[0];
    const flags = (type.applicable_facts ?? []).filter((fact) => (fact === "reimbursed_by_secu" || fact.startsWith("is_")) && next(4) === 0);
    const filter = { min_age, max_age, ...Object.fromEntries(flags.map((fact) => [fact, next(4) > 0])) };
    return { selector: { include_care_types: [type.short_code] }, filter };
  };
  const guarantees = Array.from({ length: 200 }, (_, name) => ({
    name: `GUARANTEE_${name}`,
    coverage_rule: rule(next, pick),
    care_type_mappings: Array.from({ length: 5 }, mapping),
  }));
  return { name: "NATIONAL", version: 1, guarantees };
}

function rule(next, pick) {
  const percent = (kind, percent) => ({ kind, percent: String(percent) });
  const flat = (amount, per = "act") => ({ kind: "flat_amount", amount: String(amount), per });
  const limit = (key, maximum, period = { kind: "civil_year" }) => ({ key, period, ...maximum });
  const key = `KEY_${next(100_000)}`;
  const all = (components, more = {}) => ({ components, secu_share: "included", price_cap: null, limits: [], beyond_limits: null, ...more });
  const brss = percent("brss_percent", 100 + 5 * next(60));
  return pick([
    () => all([brss]),
    () => all([percent("ticket_moderateur", 100)], { secu_share: "excluded" }),
    () => all([percent("actual_costs", 50 + 10 * next(6))]),
    () => all([brss, flat(10 + next(400))]),
    () => all([flat(20 + next(60), "session")], { secu_share: "excluded", limits: [limit(key, { max_count: 1 + next(6) })] }),
    () => all([percent("ticket_moderateur", 100), percent("pmss_percent", 1 + next(5))], { secu_share: "excluded" }),
    () => all([brss], { limits: [limit(key, { max_amount: String(100 * (1 + next(20))) })], beyond_limits: all([percent("brss_percent", 100 + next(26))]) }),
    () => all([percent("actual_costs", 100)], { price_cap: pick([{ kind: "plv" }, { kind: "hlf" }, { kind: "amount", amount: String(100 + next(900)) }]) }),
    () => all([brss], { limits: [limit(key, { max_count: 1 }, { kind: "rolling_months", months: 24 })] }),
    () => all([{ kind: "greatest_of", options: [[brss], [flat(30 + next(200))]] }]),
    () => all([brss, { ...flat(50 + next(300)), limits: [limit(key, { max_count: 1 + next(3) })] }]),
    () => all([percent("ticket_moderateur", 100), { ...percent("excess_over_brss", 50), limits: [limit(key, { max_amount: String(50 + next(500)) })] }], { secu_share: "excluded" }),
  ])();
}

/** Half of the rules are others. */
function changed(payload) {
  const next = numbers(7);
  const pick = (list) => list[next(list.length)];
  return { ...payload, guarantees: payload.guarantees.map((guarantee) => (next(2) === 0 ? guarantee : { ...guarantee, coverage_rule: rule(next, pick) })) };
}

// How many dispenses are checked in a second, through the built package in pkg/? Prints a table of medians.
//
//   node benches/dispense.mjs [ROW]
//
// ROW is a part of a row's name: only such rows are measured.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { checkDiscountAmount, checkDispense, selectContracts } from "../pkg/index.js";

const [only = ""] = process.argv.slice(2);
const example = (name) => JSON.parse(readFileSync(new URL(`../examples/dispense/${name}.json`, import.meta.url), "utf8"));
const accepted = example("accepted");

/** The accepted dispense among the medications of a whole program. */
function formulary(count) {
  const copies = (list) => Array.from({ length: count }, (_, copy) => list.map((row) => ({ ...row, id: `${row.id}-${copy}`, ...(row.medication_id && { medication_id: `${row.medication_id}-${copy}` }) }))).flat();
  return {
    ...accepted,
    program_medications: [...copies(accepted.program_medications), ...accepted.program_medications],
    medications: [...copies(accepted.medications), ...accepted.medications],
  };
}

const { current_date, token: { client_id }, contracts } = accepted;
const query = { current_date, client_id, division_id: "corner-pharmacy", medical_program_id: "affordable-medicines", contracts };
const figures = { discount_amount: "28.88", reimbursement_amount: "28.88", medication_qty: 20, package_qty: 20 };

const rows = [
  ["page-2022, accepted", checkDispense, accepted],
  ["code-2019, accepted", checkDispense, { ...accepted, ruleset: "code-2019" }],
  ["page-2022, many problems", checkDispense, example("many-problems")],
  ["page-2022, indeterminate", checkDispense, example("indeterminate")],
  ["qualify two programs", checkDispense, example("qualify-two-programs")],
  ["page-2022, among 258 medications", checkDispense, formulary(258)],
  ["selectContracts, two contracts", selectContracts, query],
  ["checkDiscountAmount", checkDiscountAmount, figures],
];

const ROUNDS = 9;
const MILLISECONDS = 100;

/** Questions per second, the median of the rounds, after one that warms up. */
function perSecond(ask, given) {
  const round = () => {
    const started = performance.now();
    let count = 0;
    while (performance.now() - started < MILLISECONDS) for (let i = 0; i < 10; i++, count++) ask(given);
    return (count * 1_000) / (performance.now() - started);
  };
  round();
  return Array.from({ length: ROUNDS }, round).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)];
}

console.log(`Node ${process.version}, ${cpus().length} cores (${cpus()[0].model.trim()}); medians of ${ROUNDS} rounds`);
console.log(`${"".padEnd(36)}${"a second".padStart(12)}${"µs each".padStart(10)}`);
for (const [name, ask, given] of rows.filter(([name]) => name.includes(only))) {
  const speed = perSecond(ask, given);
  console.log(`${name.padEnd(36)}${Math.round(speed).toLocaleString("en").padStart(12)}${(1e6 / speed).toFixed(1).padStart(10)}`);
}

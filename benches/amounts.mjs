// How long do the amounts of an act take, in columns and as objects, compared with deciding it and with what is written by hand? Through the
// built package in pkg/. Ratios of medians in one run are compared with goals.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMissed, printHeader, printRow, row } from "./acts/report.mjs";
import { measure, oneByOne } from "./acts/measure.mjs";
import { overColumns, overObjects } from "./amounts/by-hand.mjs";
import { priced } from "./amounts/world.mjs";
import { CareTypeCatalog } from "../pkg/index.js";

setFlagsFromString("--expose-gc");
globalThis.gc = runInNewContext("gc");

const ACTS = 100_000;
const world = priced(ACTS);
const { plain, limited, chosen, acts, objects, codes, columns, amounts } = world;
const [byColumns, byObject] = [overColumns(world), overObjects(world)];

const answer = plain.reimburseColumns(columns);
agree("over columns", byColumns(codes, amounts));
const inCents = (read) => Int32Array.from(acts, (act) => read(byObject(act)));
agree("over objects", {
  guarantees: inCents(({ guarantee }) => guarantee), complementary: inCents(({ amounts }) => amounts?.complementary ?? 0),
  bySecu: inCents(({ amounts }) => amounts?.bySecu ?? 0), byMember: inCents(({ amounts }) => amounts?.byMember ?? 0),
});
for (const [index, act] of objects.slice(0, 1_000).entries()) {
  const { amounts } = plain.reimburse(act, undefined, { steps: false });
  assert.equal(Math.round(Number(amounts?.complementary ?? 0) * 10_000), Number(answer.complementary[index]));
}

const example = (name) => JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
const shipped = new CareTypeCatalog(example("catalog")).compileCoverage(example("coverage"));
const shippedActs = example("acts").filter(({ amounts }) => amounts).map(({ act, amounts }) => ({ ...act, ...amounts }));
const some = objects.slice(0, 5_000);
const WITHOUT_STEPS = { steps: false };

const whole = (ask) => ({ acts: ACTS, round: () => ask().length });
const times = await measure({
  evaluateColumns: whole(() => plain.evaluateColumns(codes)),
  reimburseColumns: whole(() => plain.reimburseColumns(columns)),
  "by hand, columns": whole(() => byColumns(codes, amounts)),
  "by hand, objects": oneByOne(acts, byObject),
  limits: whole(() => limited.reimburseColumns(world.byMember)),
  "limits, in no order": whole(() => limited.reimburseColumns(world.mixed)),
  general: whole(() => chosen.reimburseColumns(columns)),
  "reimburse, objects": oneByOne(some, (act) => plain.reimburse(act, undefined, WITHOUT_STEPS)),
  "reimburse, no steps": oneByOne(shippedActs, (act) => shipped.reimburse(act, undefined, WITHOUT_STEPS)),
  "reimburse, steps": oneByOne(shippedActs, (act) => shipped.reimburse(act)),
});

const decided = ["evaluateColumns of the same rows", times.evaluateColumns];
const rows = [
  row("columns, reimburseColumns", times.reimburseColumns, ...decided, 4),
  row("", times.reimburseColumns, "by hand, over columns", times["by hand, columns"], 2.5),
  row("", times.reimburseColumns, "by hand, over objects", times["by hand, objects"], 0.25),
  row("", times.reimburseColumns, "the same acts as objects, reimburse without steps", times["reimburse, objects"]),
  row("limits of a year by member", times.limits, ...decided, 8),
  row("the same, members in no order", times["limits, in no order"], ...decided),
  row("rules that go the general way", times.general, ...decided),
  row("one act, reimburse without steps", times["reimburse, no steps"], "8 µs", 8_000, 1),
  row("one act, reimburse with steps", times["reimburse, steps"], "18 µs", 18_000, 1),
];
console.log(`\n== amounts (${cpus().length} × ${cpus()[0].model}, Node ${process.version}; medians of processor time per act)`);
printHeader();
rows.forEach(printRow);
const missed = rows.filter(isMissed).length;
console.log(missed === 0 ? "\n  All goals are reached." : `\n  ${missed} goals are missed.`);

/** What is written by hand counts in cents. */
function agree(name, { guarantees, complementary, bySecu, byMember }) {
  const units = (cents) => BigInt64Array.from(cents, (value) => BigInt(value) * 100n);
  assert.deepEqual([answer.guarantees, answer.complementary, answer.secu_paid, answer.out_of_pocket], [guarantees, units(complementary), units(bySecu), units(byMember)], name);
}

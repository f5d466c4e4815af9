// Many acts, and the quick way of one: whatever an act looks like, the answer is that of the general way.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { lists, payload, subjects } from "./calls.mjs";
import { imported as api, write } from "./install.mjs";
import { OTHERS, VALUES, dressed, generally, reported } from "./odd-acts.mjs";

const options = { nonConventionedEstablishments: ["750000001"] };
const OUTCOMES = api.OUTCOME_CODES;

/** Numbers below a bound, the same in every run. */
function numbers(seed) {
  return (bound) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * bound);
  };
}

/** Acts of which most are good, with fields in any order. */
function* randomActs(count) {
  const next = numbers(7);
  for (let made = 0; made < count; made++) {
    // Few of them, so that most acts are good.
    const others = Object.entries(OTHERS).filter(() => next(8) === 0);
    const given = [...Object.entries(VALUES).filter(() => next(2) === 0), ...others];
    for (let index = given.length - 1; index > 0; index--) {
      const other = next(index + 1);
      [given[index], given[other]] = [given[other], given[index]];
    }
    // Odd values are at the end of their lists.
    const value = (values) => values[next(next(4) === 0 ? values.length : Math.min(3, values.length))];
    const act = Object.fromEntries(given.map(([field, values]) => [field, value(values)]));
    if (next(8) > 0) act.care_type ??= "CROWN";
    yield dressed(act, next(12));
  }
}

function subject() {
  const coverage = new api.CareTypeCatalog(lists, options).compileCoverage(payload);
  for (let asked = 0; asked < 10; asked++) coverage.guaranteesFor({ care_type: "CROWN" });
  return coverage;
}

test("one act, quickly: the answer of the general way", () => {
  const coverage = subject();
  let good = 0;
  for (const act of randomActs(20_000)) {
    const want = generally(coverage, act);
    assert.equal(reported(() => coverage.guaranteesFor(act)), want);
    if (want.startsWith("{")) good += 1;
  }
  assert.ok(good > 3_000 && good < 18_000, `${good} acts are good`);
});

test("many acts: outcome, guarantee and diagnostics of each alone", () => {
  const coverage = subject();
  const acts = [...randomActs(20_000)];
  const { length, outcomes, guarantees, invalid, summary } = coverage.evaluate(acts);
  assert.equal(length, acts.length);
  const wrong = new Map(invalid.map(({ index, diagnostics }) => [index, diagnostics]));
  const names = coverage.guaranteeNames;
  acts.forEach((act, index) => {
    const want = generally(coverage, act);
    const outcome = OUTCOMES[outcomes[index]];
    if (outcome === "invalid_act") {
      assert.ok(want.startsWith("["), want);
      if (wrong.has(index)) assert.equal(JSON.stringify(wrong.get(index)), want);
      return assert.equal(guarantees[index], -1);
    }
    const decision = JSON.parse(want);
    assert.deepEqual([outcome, names[guarantees[index]]], [decision.outcome, decision.guarantees[0]]);
  });
  assert.equal(wrong.size, Math.min(1_000, summary.by_outcome.invalid_act));
  OUTCOMES.forEach((code, position) => assert.equal(summary.by_outcome[code], outcomes.filter((outcome) => outcome === position).length));
  names.forEach((name, position) => {
    const covered = acts.filter((_, index) => outcomes[index] === 1 && guarantees[index] === position);
    assert.equal(summary.by_guarantee[name], covered.length);
  });
});

test("the same acts as lines of JSON, as a string and as bytes", () => {
  const coverage = subject();
  const acts = [...randomActs(20_000)].filter((act) => JSON.stringify(act) !== undefined);
  const text = acts.map((act) => JSON.stringify(act)).join("\n");
  const read = acts.map((act) => JSON.parse(JSON.stringify(act)));
  const want = coverage.evaluate(read);
  // JSON.stringify escapes a lone surrogate, and reads it back.
  for (const given of [text, new TextEncoder().encode(text), Buffer.from(text), `\ufeff${text}\r\n\r\n`]) {
    const got = coverage.evaluateText(given, "ndjson");
    assert.deepEqual(got.outcomes, want.outcomes);
    assert.deepEqual(got.guarantees, want.guarantees);
    assert.deepEqual(got.summary, want.summary);
    assert.deepEqual(got.invalid.map(({ index }) => index), want.invalid.map(({ index }) => index));
  }
});

test("a text longer than a piece, with characters of every length at every place", () => {
  const coverage = subject();
  const row = (practitioner) => JSON.stringify({ care_type: "CROWN", practitioner });
  const rows = Array.from({ length: 40_000 }, (_, index) => row(["DENTIST", "Zahnärztin", "歯科医", "🦷"][index % 4]));
  const { outcomes } = coverage.evaluateText(rows.join("\n"), "ndjson");
  const want = coverage.evaluate(rows.slice(0, 4).map((row) => JSON.parse(row))).outcomes;
  assert.equal(outcomes.length, rows.length);
  assert.ok(outcomes.every((outcome, index) => outcome === want[index % 4]));
  const half = coverage.evaluateText(`${row("DENTIST")}\n{"care_type":"CROWN","practitioner":"\ud800"}\n${row("DENTIST")}`, "ndjson");
  assert.deepEqual(half.invalid.map(({ index, line, diagnostics }) => [index, line, diagnostics[0].code]), [[1, 2, "invalid_json"]]);
});

test("columns: codes of the lists, and what is no column", () => {
  const coverage = subject();
  const codes = coverage.actCodes();
  const code = (list, text) => (list.includes(text) ? list.indexOf(text) + 2 : 1);
  const acts = [...randomActs(5_000)].map((act) => ({ care_type: act.care_type ?? "CROWN", practitioner: act.practitioner }));
  const plain = acts.filter(({ care_type, practitioner }) => typeof care_type === "string" && care_type && typeof practitioner !== "boolean" && practitioner !== "\ud800");
  const want = coverage.evaluate(plain);
  const columns = {
    care_type: Uint32Array.from(plain, ({ care_type }) => code(codes.care_type, care_type)),
    practitioner: Uint32Array.from(plain, ({ practitioner }) => (practitioner === undefined ? 0 : code(codes.practitioner, practitioner))),
  };
  const got = coverage.evaluateColumns(columns);
  assert.deepEqual([got.outcomes, got.guarantees, got.summary], [want.outcomes, want.guarantees, want.summary]);
  const { care_type } = columns;
  for (const [given, code, pointer] of [
    [{}, "missing_field", ""],
    [null, "wrong_type", ""],
    [{ care_type: [1, 2] }, "wrong_type", "/care_type"],
    [{ care_type: { [Symbol.toStringTag]: "Uint32Array", length: 1 } }, "wrong_type", "/care_type"],
    [{ care_type, member_age: new Uint8Array(1) }, "wrong_type", "/member_age"],
    [{ care_type, member_age: new Uint32Array(care_type.length) }, "wrong_type", "/member_age"],
    [{ care_type, "a/b": care_type }, "unknown_field", "/a~1b"],
    [new Proxy({}, { ownKeys() { throw 1; } }), "unreadable_value", ""],
  ]) {
    assert.throws(() => coverage.evaluateColumns(given), (error) => error instanceof api.CoverageError && error.code === code && error.diagnostics[0].pointer === pointer);
  }
});

/** Acts of many members in columns, and of one with more acts than a chunk has. */
function pricedColumns(count) {
  const at = (row, modulus) => (row * 7_919) % modulus;
  const from = (kind, value) => kind.from({ length: count }, (_, row) => value(row));
  return {
    care_type: from(Uint32Array, (row) => 2 + (row % 2)),
    member_age: from(Uint8Array, (row) => at(row, 90)),
    charged: from(Float64Array, (row) => (at(row, 9_973) === 1 ? -1.5 : (2_000 + at(row, 4_001)) / 100)),
    brss: from(Float64Array, (row) => (row % 7 === 0 ? NaN : (2_000 + at(row, 1_009)) / 100)),
    secu_rate_percent: from(Float64Array, (row) => (row % 7 === 0 ? NaN : [60, 65, 70, 100][row % 4])),
    care_date: from(Int32Array, (row) => 20_000 + at(row, 800)),
    unit: from(Uint32Array, (row) => (row < 70_000 ? 1 : row % 3 === 0 ? 0 : 2 + Math.floor((row - 70_000) / 9))).sort(),
  };
}

function permuted(columns, rows) {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column.constructor.from(rows, (row) => column[row])]));
}

test("amounts in columns: neither chunks nor the order of units change anything, and euros are units", () => {
  const limits = [{ key: "year", period: { kind: "civil_year" }, max_amount: "100" }];
  const rule = { components: [{ kind: "brss_percent", percent: "150" }, { kind: "flat_amount", amount: "3" }], limits };
  const coverage = new api.CareTypeCatalog(lists).compileCoverage({ ...payload, guarantees: payload.guarantees.map((guarantee) => ({ ...guarantee, coverage_rule: rule })) });
  const columns = pricedColumns(150_000);
  const want = coverage.reimburseColumns(columns);
  assert.deepEqual([want.length, want.complementary.some((amount) => amount > 0n), want.invalid.length > 0], [150_000, true, true]);
  // Units are put into another order; their acts stay in theirs.
  const rows = [...columns.unit.keys()].sort((a, b) => columns.unit[b] - columns.unit[a] || a - b);
  const got = coverage.reimburseColumns(permuted(columns, rows));
  for (const name of ["outcomes", "guarantees", "complementary", "secu_paid", "out_of_pocket"]) {
    assert.deepEqual(got[name], want[name].constructor.from(rows, (row) => want[name][row]), name);
  }
  assert.equal(got.general, want.general);
  const known = new Map(want.invalid.map(({ index, diagnostics }) => [index, diagnostics]));
  for (const { index, diagnostics } of got.invalid) assert.deepEqual(diagnostics, known.get(rows[index]) ?? diagnostics);
  assert.deepEqual(got.invalid.map(({ index }) => index), [...got.outcomes.keys()].filter((row) => got.outcomes[row] === 5).slice(0, 1_000));
  const units = (column) => BigInt64Array.from(column, (euros) => (Number.isNaN(euros) ? -(2n ** 63n) : BigInt(Math.round(euros * 10_000))));
  const { charged, brss, secu_rate_percent } = columns;
  const inUnits = coverage.reimburseColumns({ ...columns, charged: units(charged), brss: units(brss), secu_rate_percent: units(secu_rate_percent) });
  const { invalid, ...others } = inUnits;
  assert.deepEqual(others, (({ invalid, ...rest }) => rest)(want));
  assert.deepEqual(invalid.map(({ index }) => index), want.invalid.map(({ index }) => index));
  assert.equal(want.invalid[0].diagnostics[0].params.value, "-1.5");
});

test("amounts in euros are read as their shortest decimals", () => {
  const coverage = subject();
  for (const [euros, want] of [[0, "0"], [-0, "0"], [0.1 + 0.2, undefined], [0.3, "3000"], [1.0001, "10001"], [1.00001, undefined], [999_999_999_999.5, "9999999999995000"], [1e12, undefined], [Infinity, undefined], [-1, undefined], [1e-7, undefined]]) {
    const { invalid, outcomes } = coverage.reimburseColumns({ care_type: Uint32Array.of(1), charged: Float64Array.of(euros) });
    assert.deepEqual([outcomes[0], invalid.length], want === undefined ? [5, 1] : [4, 0], String(euros));
    if (want === undefined) assert.ok(invalid[0].diagnostics[0].message.includes(`\`${euros}\``), invalid[0].diagnostics[0].message);
  }
});

test("what is no column of amounts is refused", () => {
  const coverage = subject();
  const [care_type, charged] = [Uint32Array.of(1, 1), Float64Array.of(1, 1)];
  for (const [given, code, pointer] of [
    [null, "wrong_type", ""],
    [{ care_type }, "missing_field", ""],
    [{ care_type, charged: [1, 1] }, "wrong_type", "/charged"],
    [{ care_type, charged: Float64Array.of(1) }, "wrong_type", "/charged"],
    [{ care_type, charged: Int32Array.of(1, 1) }, "wrong_type", "/charged"],
    [{ care_type, charged, care_date: Uint32Array.of(1, 1) }, "wrong_type", "/care_date"],
    [{ care_type, charged, person: Uint32Array.of(1, 1) }, "unknown_field", "/person"],
    [new Proxy({}, { ownKeys() { throw 1; } }), "unreadable_value", ""],
  ]) {
    assert.throws(() => coverage.reimburseColumns(given), (error) => error instanceof api.CoverageError && error.code === code && error.diagnostics[0].pointer === pointer);
  }
  assert.throws(() => coverage.reimburseColumns({ care_type, charged }, { secuRounding: "up" }), { name: "CoverageError", code: "wrong_type" });
});

test("what is no list of acts, or no text, is refused, and the next call works", () => {
  const coverage = subject();
  for (const given of [undefined, null, {}, "CROWN", 1, new Map(), { length: 2 }]) {
    assert.throws(() => coverage.evaluate(given), { name: "CoverageError", code: "wrong_type" });
    if (typeof given !== "string") assert.throws(() => coverage.evaluateText(given, "csv"), { name: "CoverageError", code: "wrong_type" });
  }
  for (const format of [undefined, "CSV", "json", {}]) assert.throws(() => coverage.evaluateText("", format), { name: "CoverageError", code: "wrong_type" });
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.throws(() => coverage.evaluate(proxy), { name: "CoverageError", code: "unreadable_value" });
  const trapped = new Proxy([{ care_type: "CROWN" }], { get: (target, key) => { if (key === "0") throw new Error("no"); return target[key]; } });
  assert.equal(coverage.evaluate(trapped).invalid[0].diagnostics[0].code, "unreadable_value");
  assert.deepEqual([...coverage.evaluate(new Set([{ care_type: "TOOTH_FAIRY" }])).outcomes], [4]);
  assert.deepEqual([...coverage.evaluate([, { care_type: "TOOTH_FAIRY" }]).outcomes], [5, 4]);
});

test("equal decisions are one frozen object", () => {
  const coverage = subject();
  const [one, other] = [{ care_type: "CROWN", member_age: 40 }, { member_age: 41, care_type: "CROWN" }].map((act) => coverage.guaranteesFor(act));
  assert.equal(one, other);
  for (const part of [one, one.guarantees, one.undetermined, ...one.undetermined, ...one.undetermined.map(({ missing }) => missing)]) assert.ok(Object.isFrozen(part));
});

test("where more decisions differ than are remembered, every act has its own", () => {
  const texts = (count, name) => Array.from({ length: count }, (_, position) => `${name}_${position}`);
  const [practitioners, natures] = [texts(20, "PRACTITIONER"), texts(20, "NATURE")];
  const filters = [
    ...Array.from({ length: 100 }, (_, age) => ({ min_age: age })),
    ...practitioners.map((practitioner) => ({ practitioner })),
    ...natures.map((nature) => ({ allowed_natures_de_soins: [nature] })),
  ];
  const guarantees = filters.map((filter, name) => ({ name: `GUARANTEE_${name}`, coverage_rule: {}, care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter }] }));
  const coverage = new api.CareTypeCatalog(lists).compileCoverage({ name: "MANY", version: 1, guarantees });
  const next = numbers(3);
  const seen = new Set();
  for (let asked = 0; asked < 30_000; asked++) {
    const act = { care_type: "CROWN", member_age: next(100), practitioner: practitioners[next(20)], nature_de_soins: natures[next(20)] };
    if (next(20) === 0) delete act.practitioner;
    const { outcome, guarantees, undetermined } = coverage.guaranteesFor(act);
    seen.add(guarantees.join() + undetermined.length);
    if (asked < 29_000) continue;
    const general = coverage.explain(act);
    assert.deepEqual({ outcome, guarantees, undetermined }, { outcome: general.outcome, guarantees: general.guarantees, undetermined: general.undetermined });
  }
  assert.ok(seen.size > 16_384, `${seen.size} decisions`);
  coverage.free();
});

test("texts that no filter names, more than are remembered, once and again", () => {
  const coverage = subject();
  const others = Array.from({ length: 400 }, (_, position) => [`OTHER_${position}`, ` OTHER_${position}`, `${"x".repeat(63)}${position}`]).flat();
  for (const other of [...others, ...others, "DENTIST", "__proto__", "constructor"]) {
    for (const act of [{ care_type: "CROWN", practitioner: other }, { care_type: other }, { care_type: "CROWN", treatment_mode: other, nature_de_soins: other }]) {
      const want = generally(coverage, act);
      assert.equal(reported(() => coverage.guaranteesFor(act)), want);
      const { outcomes } = coverage.evaluate([act]);
      assert.equal(OUTCOMES[outcomes[0]], want.startsWith("[") ? "invalid_act" : JSON.parse(want).outcome);
    }
  }
});

test("guarantees of more mappings than a word has bits are judged as one by one", () => {
  // Three mappings each: the 64th and the 65th bit belong to one guarantee.
  const filters = [{ max_age: 30 }, { practitioner: "DENTIST", min_age: 20 }, { reimbursed_by_secu: true, max_age: 90 }];
  const mapping = (number) => {
    const { min_age = 0, max_age = 130, ...filter } = filters[number % 3];
    return { selector: { include_care_types: ["CROWN"] }, filter: { ...filter, min_age: min_age + (number % 7), max_age: Math.max(max_age - number, 10) } };
  };
  const guarantees = Array.from({ length: 50 }, (_, name) => ({ name: `GUARANTEE_${name}`, coverage_rule: {}, care_type_mappings: [0, 1, 2].map((nth) => mapping(3 * name + nth)) }));
  const coverage = new api.CareTypeCatalog(lists).compileCoverage({ name: "WIDE", version: 1, guarantees });
  const acts = [];
  for (const age of [undefined, ...Array.from({ length: 131 }, (_, age) => age)]) {
    for (const practitioner of [undefined, null, "DENTIST"]) for (const secu of [undefined, true, false]) {
      acts.push({ care_type: "CROWN", member_age: age, practitioner, reimbursed_by_secu: secu });
    }
  }
  const { outcomes, guarantees: first } = coverage.evaluate(acts);
  const seen = new Set();
  acts.forEach((act, index) => {
    const { outcome, guarantees, undetermined } = coverage.explain(act);
    assert.deepEqual(JSON.parse(JSON.stringify(coverage.guaranteesFor(act))), { outcome, guarantees, undetermined });
    assert.deepEqual([OUTCOMES[outcomes[index]], coverage.guaranteeNames[first[index]]], [outcome, guarantees[0]]);
    seen.add(outcome);
  });
  assert.ok(["ambiguous", "not_covered", "undetermined"].every((outcome) => seen.has(outcome)), [...seen].join());
  coverage.free();
});

test("a getter that asks about other acts, or frees the coverage, spoils no answer", () => {
  const { coverage } = subjects(api);
  for (let asked = 0; asked < 10; asked++) coverage.guaranteesFor({ care_type: "CROWN" });
  const want = coverage.guaranteesFor({ care_type: "CROWN", member_age: 40, practitioner: "DENTIST" });
  const asking = { care_type: "CROWN", get member_age() { coverage.guaranteesFor({ care_type: "LENS" }); coverage.evaluate([{ care_type: "LENS" }]); return 40; }, practitioner: "DENTIST" };
  assert.equal(coverage.guaranteesFor(asking), want);
  const endless = { get care_type() { return coverage.guaranteesFor(endless).outcome; } };
  assert.throws(() => coverage.guaranteesFor(endless), { name: "CoverageError", code: "unreadable_value" });
  assert.deepEqual([...coverage.evaluate([endless]).outcomes], [5]);
  const freeing = { care_type: "CROWN", get member_age() { coverage.free(); return 40; }, practitioner: "DENTIST" };
  assert.deepEqual([...coverage.evaluate([freeing, freeing]).outcomes], Array(2).fill(OUTCOMES.indexOf(want.outcome)));
  assert.throws(() => coverage.evaluate([]), { code: "freed" });
  assert.throws(() => coverage.guaranteesFor({ get care_type() { throw new assert.AssertionError({ message: "was read" }); } }), { code: "freed" });
});

test("a caller who asks when the stack is nearly used up does not spoil the quick way", () => {
  const script = write(
    "quick-stack.mjs",
    `import { CareTypeCatalog } from "care-coverage";
     const coverage = new CareTypeCatalog(${JSON.stringify(lists)}).compileCoverage(${JSON.stringify(payload)});
     Error.stackTraceLimit = 0;
     const acts = [{ care_type: "CROWN" }, { care_type: "CROWN", member_age: 40 }, { care_type: "LENS" }];
     for (let time = 0; time < 10; time++) acts.forEach((act) => coverage.guaranteesFor(act));
     const want = JSON.stringify(acts.map((act) => coverage.guaranteesFor(act)));
     const [first] = acts.map((act) => coverage.guaranteesFor(act));
     function askOnTheEdge(deep) {
       try {
         askOnTheEdge(deep + 1);
       } catch (error) {
         if (!(error instanceof RangeError)) throw error;
         if (deep % 3) throw error;
         acts.forEach((act) => coverage.guaranteesFor(act));
       }
     }
     for (let time = 0; time < 300; time++) askOnTheEdge(time);
     console.log(JSON.stringify(acts.map((act) => coverage.guaranteesFor(act))) === want, coverage.guaranteesFor(acts[0]) === first, coverage.evaluate(acts).length);
     coverage.free();
     coverage.free();`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "true true 3\n" }, stderr);
});

test("the module holds a part of a batch at a time: ten times as many acts need no more of its memory", () => {
  const script = write(
    "held.mjs",
    `let memory;
     WebAssembly.Instance = class extends WebAssembly.Instance {
       constructor(...given) { super(...given); memory ??= this.exports.memory; }
     };
     const { CareTypeCatalog } = await import("care-coverage");
     const coverage = new CareTypeCatalog(${JSON.stringify(lists)}).compileCoverage(${JSON.stringify(payload)});
     const act = { care_type: "CROWN", practitioner: "DENTIST" };
     const rows = (count, row) => row.repeat(count);
     const ways = {
       evaluate: (count) => coverage.evaluate(new Array(count).fill(act)),
       evaluateColumns: (count) => coverage.evaluateColumns({ care_type: new Uint32Array(count).fill(2) }),
       reimburseColumns: (count) => coverage.reimburseColumns({ care_type: new Uint32Array(count).fill(2), charged: new Float64Array(count) }),
       ndjson: (count) => coverage.evaluateText(rows(count, JSON.stringify(act) + "\\n"), "ndjson"),
       csv: (count) => coverage.evaluateText("care_type,practitioner\\n" + rows(count, "CROWN,DENTIST\\n"), "csv"),
     };
     const held = (count) => {
       for (const [name, ask] of Object.entries(ways)) if (ask(count).length !== count) throw new Error(name);
       return memory.buffer.byteLength;
     };
     const early = held(100_000);
     process.stdout.write(String(held(1_000_000) === early));`,
  );
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  assert.deepEqual({ status, stdout }, { status: 0, stdout: "true" }, stderr);
});

// Is anything slower than linear? Every public function with an input of some size and one of twice the size, taken in turns, on the
// processor's clock: at most 2.3 times the time is the goal, and more than 3 times ends with an error, so that no build has it.
//
//   node benches/growth.mjs [ROUNDS]
import { cpus } from "node:os";
import { benefitGrid, benefitGridFromCsv, benefitGridFromHtml, benefitTable, benefitTableCsv, benefitTableHtml, benefitTableMarkdown, readBenefit, readBenefitTable } from "../pkg/benefit-table.js";
import { createLanguageService } from "../pkg/language.js";
import * as api from "../pkg/node.js";
import { act, acts, claimColumns, claims, claimsCsv, counterOf, countersOf, headingsOf, listsOf, payloadOf, pricedOf, profileOf, queryOf, rolling, snapshotOf, yearly } from "./growth/worlds.mjs";

const ROUNDS = Number(process.argv[2] ?? 7);
const [GOAL, MOST] = [2.3, 3];
/** Below this many milliseconds a pass is repeated: the clock and a collection weigh too much. */
const LEAST = 12;

const catalogOf = (copies) => new api.CareTypeCatalog(listsOf(copies));
const rolled = new api.CareTypeCatalog(rolling.lists).compileCoverage(rolling.payload);
const counted = new api.CareTypeCatalog(yearly.lists).compileCoverage(yearly.payload);
const text = JSON.stringify;
const bytes = (value) => new TextEncoder().encode(text(value));
const codes = (count) => Array.from({ length: count }, (_, index) => `CODE_${index}`);

/** A coverage whose guarantees have names with a fix, in a text of many lines. */
function unusual(count) {
  const guarantees = codes(count).map((code) => ({ name: code.toLowerCase(), care_type_mappings: [], coverage_rule: {} }));
  const given = JSON.stringify({ name: "A", version: 1, guarantees }, null, 2);
  return { given, found: catalogOf(1).validateCoverageText(given) };
}

function serviceOf(size) {
  return createLanguageService(catalogOf(size));
}

/** A document that somebody types in: a letter more and a letter less in the first code, each followed by a question there. */
function typing(size, ask, catalog = catalogOf(size)) {
  const written = text(payloadOf(size));
  const document = createLanguageService(catalog).open(written, { kind: "coverage" });
  const at = written.indexOf('"', written.indexOf('"include_care_type_groups":[') + '"include_care_type_groups":'.length) + 2;
  let isMore = false;
  return () => {
    isMore = !isMore;
    document.update([isMore ? { start: at, end: at, text: "X" } : { start: at, end: at + 1, text: "" }]);
    return ask(document, at);
  };
}

/** Acts under a rolling limit, each of another day and of one of some members of a unit. */
function columnsOf(size, unitOf) {
  const [care_type, member_age, beneficiary] = [new Uint32Array(size).fill(2), new Uint8Array(size).fill(30), Uint32Array.from({ length: size }, (_, row) => 1 + (row % 5_003))];
  const unit = Uint32Array.from({ length: size }, (_, row) => unitOf(row));
  return { care_type, member_age, unit, beneficiary, charged: new Float64Array(size).fill(30), care_date: Int32Array.from({ length: size }, (_, row) => 20_000 - (row % 700)) };
}

/** By name: a first size, and a function that prepares a question of a size. */
const QUESTIONS = {
  "CareTypeCatalog, lists": [12, (size) => (lists => () => new api.CareTypeCatalog(lists).free())(listsOf(size))],
  "CareTypeCatalog, mappings": [12, (size) => (mappings => () => new api.CareTypeCatalog(mappings).free())(catalogOf(size).getCareTypeMappings())],
  "jsonSchema": [12, (size) => (catalog => () => catalog.jsonSchema())(catalogOf(size))],
  "getCareTypeMappings": [12, (size) => (catalog => () => catalog.getCareTypeMappings())(catalogOf(size))],
  "careTypeCount, careTypeGroupCount, diagnostics": [12, (size) => (catalog => () => [catalog.careTypeCount, catalog.careTypeGroupCount, catalog.diagnostics])(catalogOf(size))],
  "careType, group, membersOf, groupsOf": [12, (size) => (lists => () => lookedUp(lists, (catalog) => [catalog.careType("A"), catalog.group("A"), catalog.membersOf("A"), catalog.groupsOf("A")]))(listsOf(size))],
  "knownValues": [2_000, (size) => (catalog => () => catalog.knownValues())(new api.CareTypeCatalog(listsOf(1), { knownValues: { practitioners: codes(size) } }))],
  "search, first": [12, (size) => (lists => () => lookedUp(lists, (catalog) => catalog.search("a")))(listsOf(size))],
  "search": [24, (size) => (catalog => () => catalog.search("consultation medecin"))(catalogOf(size))],
  "search, long text": [2_000, (size) => (catalog => () => catalog.search("consultation ".repeat(size)))(catalogOf(1))],
  "search, synonyms of one large group": [1_000, (size) => (catalog => () => catalog.search("synonym 1"))(new api.CareTypeCatalog(
    { care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: codes(size).map((short_code, id) => ({ id, short_code, care_type_group_ids: [1] })) },
    { synonyms: [{ synonyms: [{ terms: codes(size).map((code) => `synonym ${code}`), care_type_groups: ["G"] }] }] },
  ))],
  "validateCatalog": [12, (size) => (lists => () => api.validateCatalog(lists))(listsOf(size))],
  "validateCatalogText": [12, (size) => (lists => () => api.validateCatalogText(lists))(text(listsOf(size)))],
  "validateGuarantee": [12, (size) => ((catalog, guarantee) => () => catalog.validateGuarantee(guarantee))(
    catalogOf(size), { name: "ALL", coverage_rule: {}, care_type_mappings: payloadOf(size).guarantees.flatMap(({ care_type_mappings }) => care_type_mappings) },
  )],
  "tryCompile": [12, (size) => ((catalog, payload) => () => catalog.tryCompile(payload).coverage.free())(catalogOf(size), payloadOf(size))],
  "tryCompileText": [12, (size) => ((catalog, payload) => () => catalog.tryCompileText(payload).coverage.free())(catalogOf(size), text(payloadOf(size)))],
  "validateCoverage, a part": [2_000, (size) => ((catalog, payload) => () => catalog.validateCoverage(payload, { within: "/CODE_1" }))(catalogOf(1), Object.fromEntries(codes(size).map((code) => [code, 1])))],
  "getCareTypesFromSelector": [12, (size) => ((catalog, selector) => () => catalog.getCareTypesFromSelector(selector))(catalogOf(size), selectorOf(size))],
  "explainSelector": [12, (size) => ((catalog, selector) => () => catalog.explainSelector(selector))(catalogOf(size), selectorOf(size))],
  "validateCoverage": [12, (size) => ((catalog, payload) => () => catalog.validateCoverage(payload))(catalogOf(size), payloadOf(size))],
  "validateCoverage, unknown fields": [2_000, (size) => ((catalog, payload) => () => catalog.validateCoverage(payload))(catalogOf(1), Object.fromEntries(codes(size).map((code) => [code, 1])))],
  "validateCoverageText": [12, (size) => ((catalog, payload) => () => catalog.validateCoverageText(payload))(catalogOf(size), text(payloadOf(size)))],
  "validateCoverageText, bytes": [12, (size) => ((catalog, payload) => () => catalog.validateCoverageText(payload, { analysis: false }))(catalogOf(size), bytes(payloadOf(size)))],
  "validateCoverageText, cut": [12, (size) => ((catalog, payload) => () => catalog.validateCoverageText(payload.slice(0, -3)))(catalogOf(size), text(payloadOf(size)))],
  "validateCoverageText, brackets": [200_000, (size) => ((catalog, payload) => () => catalog.validateCoverageText(payload))(catalogOf(1), "[".repeat(size))],
  "validateCoverage, acceptances": [12, (size) => ((catalog, payload, accept) => () => catalog.validateCoverage(payload, { accept }))(
    catalogOf(size), payloadOf(size), codes(200).map((reason) => ({ code: "gap", reason, conditions: { practitioner: { in: [reason] } } })),
  )],
  "applyFixes": [200, (size) => (({ given, found }) => () => api.applyFixes(given, found))(unusual(size))],
  "formatDiagnostics": [200, (size) => (({ given, found }) => () => api.formatDiagnostics(given, found))(unusual(size))],
  "validate": [12, (size) => ((coverage, payload) => () => coverage.validate(payload))(catalogOf(size).compileCoverage(payloadOf(size)), payloadOf(size))],
  "validateText": [12, (size) => ((coverage, payload) => () => coverage.validateText(payload))(catalogOf(size).compileCoverage(payloadOf(size)), text(payloadOf(size)))],
  "compileCoverage": [12, (size) => ((catalog, payload) => () => catalog.compileCoverage(payload).free())(catalogOf(size), payloadOf(size))],
  "withPayload": [12, (size) => ((coverage, payload) => () => coverage.withPayload(payload).free())(catalogOf(size).compileCoverage(payloadOf(size)), payloadOf(size))],
  "toPayload, toJSON": [12, (size) => (coverage => () => [coverage.toPayload(), coverage.toJSON()])(catalogOf(size).compileCoverage(payloadOf(size)))],
  "name, version, guaranteeNames": [12, (size) => (coverage => () => [coverage.name, coverage.version, coverage.guaranteeNames])(catalogOf(size).compileCoverage(payloadOf(size)))],
  "careTypesOf": [12, (size) => (coverage => () => coverage.careTypesOf(coverage.guaranteeNames[0]))(catalogOf(size).compileCoverage(payloadOf(size)))],
  "actCodes": [12, (size) => (coverage => () => coverage.actCodes())(catalogOf(size).compileCoverage(payloadOf(size)))],
  // Each time of a coverage that was not analysed before: it remembers.
  "analyze": [12, (size) => ((catalog, payload) => () => catalog.compileCoverage(payload).analyze())(catalogOf(size), payloadOf(size))],
  "diff": [12, (size) => {
    const [catalog, payload] = [catalogOf(size), payloadOf(size)];
    const next = { ...payload, guarantees: payload.guarantees.map((guarantee, index) => (index % 2 ? guarantee : { ...guarantee, coverage_rule: {} })) };
    const [before, after] = [catalog.compileCoverage(payload), catalog.compileCoverage(next)];
    return () => before.diff(after);
  }],
  "compareAmounts": [2, (size) => {
    const catalog = catalogOf(size);
    const [before, after] = ["150", "200"].map((percent) => catalog.compileCoverage(pricedOf(size, percent)));
    return () => before.compareAmounts(after, { date: "2026-01-01" });
  }],
  "checkRequirements": [2, (size) => ((coverage, profile) => () => coverage.checkRequirements(profile, { date: "2026-01-01" }))(catalogOf(size).compileCoverage(pricedOf(size, "150")), profileOf(size))],
  "validateProfile": [200, (size) => (profile => () => api.validateProfile(profile))(profileOf(size))],
  "validateProfileText": [200, (size) => (profile => () => api.validateProfileText(profile))(text(profileOf(size)))],
  "guaranteesFor": [2_000, (size) => (act => () => rolled.guaranteesFor(act))({ care_type: "A", teeth: Array.from({ length: size }, () => 11) })],
  "guaranteesForText": [2_000, (size) => (act => () => rolled.guaranteesForText(act))(text({ care_type: "A", teeth: Array.from({ length: size }, () => 11) }))],
  "explain": [2_000, (size) => (act => () => rolled.explain(act))({ care_type: "A", teeth: Array.from({ length: size }, () => 11) })],
  "explainText": [2_000, (size) => (act => () => rolled.explainText(act))(text({ care_type: "A", teeth: Array.from({ length: size }, () => 11) }))],
  "evaluate": [20_000, (size) => (list => () => rolled.evaluate(list))(Array.from({ length: size }, (_, index) => ({ care_type: "A", member_age: index % 90 })))],
  "evaluate, odd acts": [2_000, (size) => (list => () => rolled.evaluate(list))(Array.from({ length: size }, (_, index) => ({ care_type: "A", odd: index })))],
  "evaluateText, NDJSON": [20_000, (size) => (lines => () => rolled.evaluateText(lines, "ndjson"))(`${text({ care_type: "A", member_age: 3 })}\n`.repeat(size))],
  "evaluateText, CSV": [20_000, (size) => (lines => () => rolled.evaluateText(lines, "csv"))(`care_type,member_age\n${"A,3\n".repeat(size)}`)],
  "evaluateText, one row": [200_000, (size) => (line => () => rolled.evaluateText(line, "ndjson"))(`{"care_type":"${"x".repeat(size)}"}`)],
  "evaluateColumns": [200_000, (size) => (columns => () => rolled.evaluateColumns(columns))({ care_type: new Uint32Array(size).fill(2), member_age: new Uint8Array(size).fill(3) })],
  "reimburseColumns": [200_000, (size) => (columns => () => rolled.reimburseColumns(columns))({ care_type: new Uint32Array(size).fill(2), member_age: new Uint8Array(size).fill(3), charged: new Float64Array(size).fill(30) })],
  "reimburseColumns, one unit": [20_000, (size) => (columns => () => rolled.reimburseColumns(columns))(columnsOf(size, () => 1))],
  "reimburseColumns, mixed units": [20_000, (size) => (columns => () => rolled.reimburseColumns(columns))(columnsOf(size, (row) => 1 + ((row * 7_919) % 1_009)))],
  ...Object.fromEntries(Object.entries(claims).map(([name, make]) => [`simulate, ${name}`, [2_000, (size) => (list => () => api.simulate(rolled, counted, list))(make(size))]])),
  "headings": [12, (size) => ((catalog, headings) => () => catalog.headings(headings))(catalogOf(size), headingsOf(size))],
  "validateHeadings": [200, (size) => (headings => () => api.validateHeadings(headings))(headingsOf(size))],
  "validateMapping": [2_000, (size) => (mapping => () => api.validateMapping(mapping))({ values: { care_type: Object.fromEntries(codes(size).map((code) => [code, code])) } })],
  "guessMapping, columns": [200, (size) => (header => () => api.guessMapping(header, [header]))(codes(size))],
  "guessMapping, rows": [2_000, (size) => (rows => () => api.guessMapping(["CODE_ACTE", "MT_DEP", "DT_SOIN"], rows))(Array.from({ length: size }, () => ["G", "26,50", "12/03/2025"]))],
  "previewClaims": [10_000, (size) => (text => () => api.previewClaims(text, { format: "csv", mapping: {} }))(claimsCsv(size, (row) => `p${row >> 3}`))],
  "simulate, columns": [50_000, (size) => (columns => () => api.simulate(rolled, counted, columns))(claimColumns(size))],
  "simulate, CSV": [20_000, (size) => (text => () => api.simulate(rolled, counted, text, { format: "csv" }))(claimsCsv(size, (row) => `p${row >> 3}`))],
  "simulate, amounts of rows": [20_000, (size) => (text => () => api.simulate(rolled, counted, text, { format: "csv", amounts: true }))(claimsCsv(size, (row) => `p${row >> 3}`))],
  "simulate, CSV, one person": [10_000, (size) => (text => () => api.simulate(rolled, counted, text, { format: "csv" }))(claimsCsv(size, () => "p"))],
  "simulate, CSV, rows that cannot be read": [20_000, (size) => (text => () => api.simulate(rolled, counted, text, { format: "csv" }))(`care_type,charged,care_date\n${"A,x,2024-13-01\n".repeat(size)}`)],
  "simulate, as many groups": [20_000, (size) => (text => () => api.simulate(counted, null, text, { format: "csv", by: [{ column: "person" }] }))(claimsCsv(size, (row) => `p${row}`))],
  "simulate, stack": [50, (size) => (stack => () => api.simulate(stack, null, claims["many persons"](20)))(Array.from({ length: size }, () => counted))],
  ...Object.fromEntries(Object.entries(acts).map(([name, make]) => [`reimburseMany, ${name}`, [2_000, (size) => (list => () => rolled.reimburseMany(list))(make(size))]])),
  "reimburseMany, counters after each": [200, (size) => (list => () => counted.reimburseMany(list, [], { counters: "each" }))(Array.from({ length: size }, (_, index) => ({ ...act, member_age: 30, beneficiary: `m${index % 4}` })))],
  "reimburse, given entries": [12_000, (size) => (counters => () => rolled.reimburse({ ...act, member_age: 30 }, counters))(counterOf(size))],
  "reimburse, given counters": [4_000, (size) => (counters => () => rolled.reimburse({ ...act, member_age: 30 }, counters))(countersOf(size))],
  "reimburseText, given counters": [4_000, (size) => (counters => () => rolled.reimburseText(text({ ...act, member_age: 30 }), counters))(countersOf(size))],
  "reimburseStack": [200, (size) => (stack => () => api.reimburseStack(stack, { ...act, member_age: 30 }))(Array.from({ length: size }, () => counted))],
  "matchFilter": [2_000, (size) => (filter => () => api.matchFilter(filter, { treatment_mode: "03" }))({ allowed_treatment_modes: codes(size) })],
  "describeRule": [400, (size) => (rule => () => api.describeRule(rule))({ components: [{ kind: "brss_percent", percent: "100" }], limits: Array.from({ length: size }, (_, index) => ({ key: `k${index}`, period: { kind: "civil_year" }, max_amount: "1" })) })],
  "readCoveragePayload": [12, (size) => (payload => () => api.readCoveragePayload(payload))(payloadOf(size))],
  "checkCoverageVersion": [12, (size) => (payload => () => api.checkCoverageVersion({ ...payload, version: 2 }, 1))(payloadOf(size))],
  "readJsonText": [12, (size) => (payload => () => api.readJsonText(payload))(text(payloadOf(size)))],
  "readJsonText, bytes": [12, (size) => (payload => () => api.readJsonText(payload))(bytes(payloadOf(size)))],
  "readJsonText, repeated keys": [4_000, (size) => (given => () => refused(() => api.readJsonText(given)))(`{${codes(size).map((code) => `"${code}":1`).join()},"CODE_0":2}`)],
  "selectContracts": [500, (size) => (query => () => api.selectContracts(query))(queryOf(size))],
  "checkDispense": [500, (size) => (snapshot => () => api.checkDispense(snapshot))(snapshotOf(size))],
  "checkDispenseText": [500, (size) => (snapshot => () => api.checkDispenseText(snapshot))(text(snapshotOf(size)))],
  // A document of an editor: what is known of a text that does not change is asked once, so that each question comes after an edit.
  "language, open": [12, (size) => ((service, written) => () => service.open(written, { kind: "coverage" }).free())(serviceOf(size), text(payloadOf(size)))],
  "language, update": [12, (size) => typing(size, () => {})],
  "language, diagnostics": [12, (size) => typing(size, (document) => document.diagnostics())],
  "language, completions": [12, (size) => typing(size, (document, at) => document.completions(at))],
  "language, completions of codes": [200, (size) => typing(1, (document, at) => document.completions(at), new api.CareTypeCatalog({
    care_type_groups: [{ id: 1, short_code: "G" }], internal_care_types: codes(size).map((short_code, id) => ({ id, short_code, care_type_group_ids: [1] })),
  }))],
  "language, hover": [12, (size) => typing(size, (document, at) => document.hover(at))],
  "language, codeActions": [12, (size) => typing(size, (document, at) => document.codeActions({ start: at, end: at }))],
  "language, definition, references": [12, (size) => typing(size, (document, at) => [document.definition(at), document.references(at)])],
  "language, prepareRename, rename": [12, (size) => typing(size, (document, at) => [document.prepareRename(at), document.rename(at, "A")])],
  "language, symbols, folding, format": [12, (size) => typing(size, (document) => [document.symbols(), document.folding(), document.format()])],
  "language, brackets": [100_000, (size) => ((service, written) => () => service.open(written, { kind: "coverage" }).completions(size))(serviceOf(1), "[".repeat(size))],
  "language, quotation marks": [100_000, (size) => ((service, written) => () => service.open(written, { kind: "coverage" }).completions(size))(serviceOf(1), '"\n'.repeat(size / 2))],
  "language, acts": [12, (size) => ((service, written) => () => service.open(written, { kind: "acts" }).diagnostics())(serviceOf(1), text(codes(size * 20).map((care_type) => ({ care_type, charged: 1 }))))],
};

// A cell is no longer than 2,000 units: each of half that, and of all of it, made of what is tried in more than one way.
for (const piece of ["100 % BR + ", "(", "1 000 ", "par an ", "vignette ", "OPTAM ", "a à ", "frais restant à charge du ", ", ", "le plus élevé de (", "dont 1 € pour la monture ", "\u0301"]) {
  QUESTIONS[`readBenefit, "${piece.trim() || piece}"`] = [1_000, (size) => (cell => () => readBenefit(cell))(piece.repeat(size / piece.length))];
}

/** The example's coverage so many times as a table, over the catalogue of as many copies. */
function tableOf(copies) {
  const catalog = catalogOf(copies);
  const headings = headingsOf(copies);
  return { catalog, headings, coverage: catalog.compileCoverage(payloadOf(copies)), given: { catalog, headings, date: "2026-01-01" } };
}
QUESTIONS.benefitTable = [1, (copies) => (({ coverage, given }) => () => benefitTable([coverage], given))(tableOf(copies))];
QUESTIONS.readBenefitTable = [1, (copies) => (({ coverage, given }) => ((grid) => () => readBenefitTable(grid, given))(benefitGrid(benefitTable([coverage], given))))(tableOf(copies))];
for (const write of [benefitGrid, benefitTableCsv, benefitTableHtml, benefitTableMarkdown]) {
  QUESTIONS[write.name] = [1, (copies) => (({ coverage, given }) => ((table) => () => write(table))(benefitTable([coverage], given)))(tableOf(copies))];
}
QUESTIONS.benefitGridFromCsv = [1_000, (rows) => ((text) => () => benefitGridFromCsv(text))("Soins;100 % BR;30 €\r\n".repeat(rows))];
QUESTIONS.benefitGridFromHtml = [1_000, (rows) => ((text) => () => benefitGridFromHtml(text))(`<table>${"<tr><td>Soins<td>100 % BR</tr>".repeat(rows)}</table>`)];

/** Answers of one size whatever is asked, and errors of ours. */
const OF_ONE_SIZE = ["packageVersion", "knownValues", "ageOn", "lensComplexity", "checkDiscountAmount", "init", "CoverageError", "Coverage"];

const asked = Object.keys(QUESTIONS).flatMap((name) => name.split(", "));
const methods = [api.CareTypeCatalog, api.Coverage].flatMap((own) => Object.getOwnPropertyNames(own.prototype).filter((name) => !["constructor", "free"].includes(name)));
const functions = Object.keys(api).filter((name) => typeof api[name] === "function" && !OF_ONE_SIZE.includes(name));
const left = [...functions, ...methods].filter((name) => !asked.includes(name));
if (left.length > 0) throw new Error(`no question about ${left}: add one`);

console.log(`${cpus().length} cores (${cpus()[0].model}), Node ${process.version}; medians of ${ROUNDS} rounds, processor time`);
console.log(`${"".padEnd(40)}${"size".padStart(9)}${"ms".padStart(10)}${"twice".padStart(10)}   times`);
const failed = [];
for (const [name, [size, prepare]] of Object.entries(QUESTIONS)) {
  let best;
  // What is more than the goal is measured again: a machine that others use is slow for seconds.
  for (let attempt = 0; attempt < (best?.ratio > MOST ? 10 : 4) && !(best?.ratio <= GOAL); attempt++) {
    const measured = measure(prepare(size), prepare(2 * size));
    if (!(best?.ratio <= measured.ratio)) best = measured;
  }
  const { once, twice, ratio } = best;
  const mark = ratio > MOST ? "  FAILED" : ratio > GOAL ? "  above the goal" : "";
  console.log(`${name.padEnd(40)}${size.toLocaleString("en").padStart(9)}${once.toFixed(3).padStart(10)}${twice.toFixed(3).padStart(10)}${ratio.toFixed(2).padStart(8)}${mark}`);
  if (ratio > MOST) failed.push(name);
}
if (failed.length > 0) {
  console.error(`More than ${MOST} times the time for twice the input: ${failed.join("; ")}`);
  process.exit(1);
}

function measure(small, large) {
  for (const ask of [small, large]) for (let turn = 0; turn < 3; turn++) ask();
  const started = process.cpuUsage();
  small();
  const { user, system } = process.cpuUsage(started);
  const passes = Math.min(2_000, Math.max(1, Math.ceil((LEAST * 1_000) / (user + system + 1))));
  const rounds = Array.from({ length: ROUNDS }, () => [timed(small, passes), timed(large, passes)]);
  const [once, twice] = [0, 1].map((column) => median(rounds.map((round) => round[column])));
  return { once, twice, ratio: median(rounds.map(([small, large]) => large / small)) };
}

/** Milliseconds of one pass. */
function timed(ask, passes) {
  const started = process.cpuUsage();
  for (let pass = 0; pass < passes; pass++) ask();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1_000 / passes;
}

function median(values) {
  return values.sort((a, b) => a - b)[values.length >> 1];
}

function lookedUp(lists, ask) {
  const catalog = new api.CareTypeCatalog(lists);
  ask(catalog);
  catalog.free();
}

function selectorOf(copies) {
  const { care_type_groups, internal_care_types } = listsOf(copies);
  return { include_care_type_groups: care_type_groups.map(({ short_code }) => short_code), exclude_care_types: internal_care_types.filter(({ id }) => id % 3 === 0).map(({ short_code }) => short_code) };
}

function refused(ask) {
  try {
    ask();
  } catch (error) {
    if (!(error instanceof api.CoverageError)) throw error;
  }
}

// Coverages as benefit tables, and benefit tables as coverages: golden cases, and what is written is read again.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { CareTypeCatalog } from "../../pkg/index.js";
import { benefitTable as load } from "../../scripts/benefit-table.mjs";
import { canonical, rules } from "../package/words-rules.mjs";

const entry = await load();
const { benefitGrid, benefitTable, benefitTableAsync, benefitTableCsv, benefitTableHtml, benefitTableMarkdown, readBenefit, readBenefitTable } = entry;
const json = (name) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), "utf8"));
const SEED = Number(process.env.SEED ?? 1);
const lists = json("examples/catalog.json");
const headings = json("examples/headings.json");
const synonyms = [json("examples/synonyms/fr.json")];
const catalog = new CareTypeCatalog(lists);
const date = "2026-01-01";
const example = catalog.compileCoverage(json("examples/coverage.json"));

const tableOf = (coverages, more = {}) => benefitTable(coverages, { catalog, headings, date, synonyms, ...more });
const reading = (rows, more = {}) => readBenefitTable(rows, { catalog, headings, synonyms, ...more });

/** The care types of rows of which the table does not say all: what is read of them may be otherwise. */
function unsaidTypes({ headings: parts, unsaid }, coverage) {
  const codes = unsaid.filter((one) => one.code !== "shared_limit" && (one.coverage === null || one.coverage === coverage)).flatMap(({ heading, row }) => parts[heading].rows[row].care_types);
  return new Set(codes);
}

/** What differs, but for what the table says that it does not say. */
function differences(coverage, read, unsaid) {
  const { regions } = coverage.compareAmounts(read, { date });
  return regions.filter(({ region }) => !region.care_types.every((code) => unsaid.has(code)));
}

/** Each rule as a percentage of its own: amounts of some generated rules take minutes to compare. */
function byRule() {
  const known = new Map();
  const percentOf = (rule) => {
    const form = canonical(rule);
    if (!known.has(form)) known.set(form, String(known.size + 1));
    return known.get(form);
  };
  return (payload) => catalog.compileCoverage({ ...payload, guarantees: payload.guarantees.map((guarantee) => ({ ...guarantee, coverage_rule: { components: [{ kind: "brss_percent", percent: percentOf(guarantee.coverage_rule) }] } })) });
}

function assertReadAgain(coverages, compiled = (payload) => catalog.compileCoverage(payload)) {
  const table = tableOf(coverages);
  if (table.headings.length === 0) return table;
  const { formulas } = reading(benefitGrid(table));
  assert.equal(formulas.length, coverages.length);
  formulas.forEach(({ coverage: payload }, index) => {
    if (payload.guarantees.length === 0) return;
    const unsaid = unsaidTypes(table, index);
    const found = differences(compiled(coverages[index].toPayload()), compiled(payload), unsaid);
    assert.deepEqual(found, [], JSON.stringify({ given: coverages[index].toPayload(), read: payload, unsaid: [...unsaid] }));
  });
  return table;
}

test("in slices it is the same table, others have their turn, and a signal ends it", async () => {
  const given = { catalog, headings, date, synonyms, examples: json("examples/benefit-examples.json").examples };
  const whole = benefitTable([example], given);
  let turns = 0;
  let isDone = false;
  const take = () => {
    turns += 1;
    if (!isDone) setImmediate(take);
  };
  setImmediate(take);
  assert.deepEqual(await benefitTableAsync([example], given), whole);
  isDone = true;
  assert.ok(turns > 2, `${turns} turns`);
  const aborting = new AbortController();
  const work = benefitTableAsync([example], { ...given, signal: aborting.signal });
  aborting.abort(new Error("enough"));
  await assert.rejects(work, { message: "enough" });
  await assert.rejects(benefitTableAsync([example], { ...given, signal: AbortSignal.abort(new Error("before")) }), { message: "before" });
  // What is wrong with the question rejects, and is what the other throws.
  for (const wrong of [{ date: 5 }, { language: "de" }, { headings: { headings: [{}] } }]) {
    let thrown;
    assert.throws(() => benefitTable([example], { ...given, ...wrong }), (error) => Boolean((thrown = error)));
    await assert.rejects(benefitTableAsync([example], { ...given, ...wrong }), { name: thrown.name, message: thrown.message });
  }
});

test("golden tables", () => {
  for (const { note, rows, given = {}, expected } of json("tests/benefit-table/tables.json")) {
    const answer = reading(rows, given);
    const said = {
      formulas: answer.formulas.map(({ name, columns, coverage }) => ({ name, columns, guarantees: coverage.guarantees })),
      rows: answer.rows.map(({ kind, status, care_types, when }) => [kind, status, care_types, when]),
      cells: answer.cells.map(({ row, column, status, share_from }) => [row, column, status, share_from]),
      share_open: answer.share_open,
    };
    if (process.env.WRITE) {
      console.error(`WRITE ${JSON.stringify(said)}`);
      continue;
    }
    assert.deepEqual(said, expected, note);
    for (const { coverage } of answer.formulas) if (coverage.guarantees.length > 0) assert.deepEqual(catalog.validateCoverage(coverage).filter(({ severity }) => severity === "error"), [], note);
  }
});

test("the example coverage: what is written is read again", () => {
  const { unsaid } = assertReadAgain([example]);
  // Conditions on practitioners and on what kind of stay it is have no words in tables; one pair of guarantees is ambiguous; nothing else.
  assert.deepEqual([...new Set(unsaid.map(({ code }) => code))].sort(), ["condition", "several_guarantees", "shared_limit"]);
});

test("several coverages, of which each line says one rule of each", () => {
  const basic = catalog.compileCoverage({ name: "basic", version: 1, guarantees: [{ name: "ALL", care_type_mappings: [{ selector: { include_care_type_groups: ["MED_GP", "EYE_CLASS_B"] }, filter: {} }], coverage_rule: { components: [{ kind: "brss_percent", percent: "100" }] } }] });
  const table = assertReadAgain([example, basic]);
  const lines = table.headings.flatMap(({ rows }) => rows).find(({ care_types }) => care_types.includes("GP_VISIT")).lines;
  const total = (percent) => `${percent} BR, y compris le remboursement de la Sécurité sociale`;
  assert.deepEqual(lines.map(({ cells }) => cells.map(({ text }) => text.replace(/[\u202f\u00a0]/g, " "))), [
    [total("170 %"), total("100 %")], ["Néant", total("100 %")],
    [total("130 %"), total("100 %")], ["Néant", total("100 %")],
  ]);
});

const GROUPS = lists.care_type_groups.map(({ short_code }) => short_code);
const TYPES = lists.internal_care_types.map(({ short_code }) => short_code);
const FILTERS = [{}, {}, { is_optam_or_secteur_1: true }, { is_optam_or_secteur_1: false }, { is_for_at_least_one_visible_tooth: true }, { min_age: 16 }, { max_age: 15 }, { min_age: 18, max_age: 64 }, { reimbursed_by_secu: true },
  { reimbursed_by_secu: false }, { is_etablissement_conventionne: true }, { glasses_lens_complexities: ["SIMPLE"] }, { glasses_lens_complexities: ["COMPLEX", "VERY_COMPLEX"], reimbursed_by_secu: true }, { practitioner: "OSTEOPATH" }];
const codes = (from) => fc.array(fc.constantFrom(...from), { maxLength: 3 });
const mapping = fc.tuple(codes(GROUPS), codes(TYPES), codes(TYPES), fc.constantFrom(...FILTERS)).map(([groups, types, excluded, filter]) => ({
  selector: { include_care_type_groups: groups, include_care_types: groups.length + types.length === 0 ? ["GP_VISIT"] : types, exclude_care_types: excluded }, filter,
}));
const coverages = fc.array(fc.tuple(fc.array(mapping, { minLength: 1, maxLength: 2 }), rules), { minLength: 1, maxLength: 3 }).map((guarantees) => ({
  name: "generated", version: 1, guarantees: guarantees.map(([care_type_mappings, coverage_rule], index) => ({ name: `G${index}`, care_type_mappings, coverage_rule })),
}));

test("coverages of any kind: what is written is read again, but for what the table says that it does not say", (t) => {
  let said = 0;
  for (const payloads of fc.sample(fc.array(coverages, { minLength: 1, maxLength: 2 }), { numRuns: 60, seed: SEED })) {
    const { unsaid } = assertReadAgain(payloads.map((payload) => catalog.compileCoverage(payload)), byRule());
    if (unsaid.length === 0) said += 1;
  }
  t.diagnostic(`${said} of 60 say all`);
  assert.ok(said >= 5, `${said}`);
});

const ofVisits = (rule) => catalog.compileCoverage({ name: "visits", version: 1, guarantees: [{ name: "VISITS", care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }], coverage_rule: rule }] });

test("a cell of any rule is read again in its table, with the euros of its shares of the PMSS", () => {
  let euros = 0;
  for (const rule of fc.sample(rules, { numRuns: 300, seed: SEED })) {
    const { unsaid, headings: [{ rows: [{ lines: [{ cells: [cell] }] }] }] } = assertReadAgain([ofVisits(rule)], byRule());
    assert.deepEqual(unsaid, [], cell.text);
    const read = readBenefit(cell.text).notes.map(({ amount }) => Number(amount));
    assert.deepEqual(read, cell.euros.map(({ amount }) => Number(amount)), cell.text);
    euros += read.length;
  }
  assert.ok(euros > 100, `${euros}`);
});

test("euros of a share of the PMSS are right behind it", () => {
  const text = (component, limit) => tableOf([ofVisits({ components: [component], secu_share: "excluded", ...(limit && { limits: [{ key: "L", ...limit }] }) })]).headings[0].rows[0].lines[0].cells[0].text.replace(/[\u202f\u00a0]/g, " ");
  assert.equal(text({ kind: "pmss_percent", percent: "30", per: "year" }), "30 % PMSS (1 201,50 €) par année de soins");
  assert.equal(text({ kind: "pmss_percent", percent: "1", per: "day" }, { period: { kind: "membership_year" }, max_pmss_percent: "30" }), "1 % PMSS (40,05 €) par jour, plafond de 30 % PMSS (1 201,50 €) par année d’adhésion");
});

test("a table: every care type that is paid for is in one row, and its lines have no act in common", () => {
  for (const payload of fc.sample(coverages, { numRuns: 150, seed: SEED + 1 })) {
    const coverage = catalog.compileCoverage(payload);
    const table = tableOf([coverage]);
    const rows = table.headings.flatMap(({ rows }) => rows);
    const listed = rows.flatMap(({ care_types }) => care_types);
    assert.equal(new Set(listed).size, listed.length);
    const paid = new Set(payload.guarantees.flatMap(({ name }) => coverage.careTypesOf(name)));
    for (const code of listed) assert.ok(paid.has(code), code);
    for (const { care_types, lines } of rows) {
      for (const { when, cells: [cell] } of lines) {
        const { is_optam_or_secteur_1 = true, is_for_at_least_one_visible_tooth = true, is_etablissement_conventionne = true, reimbursed_by_secu = true, practitioner = "OTHER", glasses_lens_complexities: [lens] = ["SIMPLE"] } = when;
        const act = { care_type: care_types[0], member_age: when.min_age ?? when.max_age ?? 30, is_optam_or_secteur_1, is_for_at_least_one_visible_tooth, is_etablissement_conventionne, reimbursed_by_secu, practitioner, glasses_lens_complexity: lens };
        assert.deepEqual([...coverage.guaranteesFor(act).guarantees].sort(), [...cell.guarantees].sort(), JSON.stringify([act, payload]));
      }
    }
  }
});

test("percentages of the PMSS are in euros of the day", () => {
  const rule = { components: [{ kind: "pmss_percent", percent: "2.5" }], secu_share: "excluded" };
  const coverage = catalog.compileCoverage({ name: "pmss", version: 1, guarantees: [{ name: "PMSS", care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }], coverage_rule: rule }] });
  for (let year = 2018; year <= 2027; year += 1) {
    const day = `${year}-06-01`;
    const { pmss, headings: [{ rows: [{ lines: [{ cells: [{ euros }] }] }] }] } = tableOf([coverage], { date: day });
    const { amounts } = coverage.reimburse({ care_type: "GP_VISIT", charged: "1000", care_date: day });
    assert.deepEqual(euros, pmss === null ? [] : [{ pmss_percent: "2.5", amount: amounts.complementary }], day);
    assert.equal(amounts === null, pmss === null, day);
  }
});

test("examples: each coverage pays what it reimburses, one act after the other", () => {
  const { examples } = json("examples/benefit-examples.json");
  const { examples: answers } = tableOf([example], { examples });
  assert.deepEqual(answers.map(({ id }) => id), examples.map(({ id }) => id));
  const cents = (text) => Math.round(Number(text) * 100);
  answers.forEach(({ price, coverages: [paid] }, index) => {
    const { results } = example.reimburseMany(examples[index].acts, [], { counters: "none" });
    assert.deepEqual(paid.acts, results);
    assert.notEqual(paid.secu, null, examples[index].id);
    assert.equal(cents(paid.secu) + cents(paid.complementary) + cents(paid.out_of_pocket), cents(price));
  });
  assert.equal(answers.find(({ id }) => id === "GLASSES").coverages[0].acts.length, 3);
});

test("examples: what no guarantee covers the Sécu pays alone, and what is missing is written", () => {
  const bare = { care_date: "2026-03-02", beneficiary: "A", reimbursed_by_secu: true, charged: "50", brss: "30", secu_rate_percent: "60" };
  const rule = { components: [{ kind: "brss_percent", percent: "200" }] };
  const coverage = catalog.compileCoverage({ name: "TEETH", version: 1, guarantees: [{ name: "BRACES", care_type_mappings: [{ selector: { include_care_types: ["ORTHODONTIC_SEMESTER"] }, filter: { max_age: 15 } }], coverage_rule: rule }] });
  const title = (text) => ({ fr: text, en: text });
  const examples = [
    { id: "A", title: title("A"), acts: [{ ...bare, care_type: "BLOOD_TEST", member_age: 40 }] },
    { id: "B", title: title("B"), acts: [{ ...bare, care_type: "ORTHODONTIC_SEMESTER" }] },
    { id: "C", title: title("C"), acts: [{ ...bare, care_type: "BLOOD_TEST", member_age: 40, secu_rate_percent: undefined }] },
  ];
  const table = tableOf([coverage], { examples });
  const [first, second, third] = table.examples.map(({ coverages: [{ acts, ...paid }] }) => paid);
  assert.deepEqual(first, { secu: "18.00", complementary: "0.00", out_of_pocket: "32.00", missing: [] });
  assert.deepEqual(second, { secu: null, complementary: null, out_of_pocket: null, missing: ["member_age"] });
  assert.deepEqual(third, { secu: null, complementary: "0.00", out_of_pocket: null, missing: ["secu_rate_percent"] });
  assert.match(benefitTableHtml(table), /<td>indéterminé \(manque : âge\)<\/td>/);
});

test("data of benefit tables is as its schema says", () => {
  const ajv = addFormats(new Ajv({ strict: false }));
  const examples = ajv.compile(json("pkg/schemas/benefit-examples.json"));
  const words = ajv.compile(json("pkg/schemas/care-type-synonyms.json"));
  for (const name of ["examples/benefit-examples.json", "benefit-tables/examples.national.json"]) assert.ok(examples(json(name)), `${name}: ${ajv.errorsText(examples.errors)}`);
  assert.ok(words(json("benefit-tables/synonyms.national.json")), ajv.errorsText(words.errors));
  assert.ok(!examples({ examples: [{ id: "A", title: { fr: "a", en: "a" }, acts: [] }] }));
  assert.ok(!examples({ examples: [{ id: "A", title: { fr: "a", en: "a" }, acts: [{ care_type: "A" }] }] }));
});

const HOSTILE = ["=1+1", "<script>alert(1)</script>", "\" onload=\"x", "a|b", "[x](javascript:1)", "a;=b", "&amp;", "\u0000\u0007", "\ud800", "`x`", "@SUM(A1)", "\t=1", "# h", "line\nbreak"];

test("what people write is only text in HTML, Markdown and CSV", () => {
  const hostile = new CareTypeCatalog({
    care_type_groups: HOSTILE.map((label, index) => ({ id: index + 1, short_code: `G${index}`, label: label.isWellFormed() ? label : "x" })),
    internal_care_types: HOSTILE.map((label, index) => ({ id: index + 1, short_code: `T${index}`, label: label.isWellFormed() ? label : "x", care_type_group_ids: [index + 1] })),
  });
  const guarantees = HOSTILE.map((_, index) => ({ name: `G${index}`, care_type_mappings: [{ selector: { include_care_types: [`T${index}`] }, filter: {} }], coverage_rule: { components: [{ kind: "brss_percent", percent: String(100 + index) }] } }));
  const names = ["=HYPERLINK(1)", "<b>x</b>"];
  const table = benefitTable(names.map((name) => hostile.compileCoverage({ name, version: 1, guarantees })), { catalog: hostile, headings: { headings: [{ id: "H", title: { fr: "<i>=1</i>", en: "x" }, selector: { include_care_type_groups: ["G0"] } }] }, date });
  const html = benefitTableHtml(table, { document: true });
  assert.doesNotMatch(html.replace(/<\/?(?:!doctype html|html|head|meta|title|style|body|table|caption|thead|tbody|tr|th|td|p)(?: (?:class|lang|charset|scope|colspan)="[\w -]*")*>/g, ""), /[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
  // eslint-disable-next-line no-control-regex
  assert.doesNotMatch(html, /[\u0000-\u0008]/);
  assert.match(html, /<th scope="col">/);
  assert.match(html, /size:A4 landscape/);
  for (const line of benefitTableMarkdown(table).split("\n")) if (line.startsWith("|")) assert.equal(line.match(/(?<!\\)\|/g).length, names.length + 2, line);
  for (const separator of [";", ",", "\t"]) {
    for (const cell of benefitTableCsv(table, { separator }).split(/\r\n|[;,\t"\n]/)) assert.doesNotMatch(cell, /^\s*[=+@\-]/, cell);
  }
  assert.throws(() => benefitTableCsv(table, { separator: "|" }), RangeError);
});

test("any grid is answered, and every cell of a benefit row is listed", (t) => {
  const texts = fc.oneof(fc.constantFrom("", "100 % BR", "50 % BR", "30 €", "Néant", "Hospitalisation", "Chambre particulière", "OPTAM", "hors OPTAM", "Médecins généralistes", "(1) note", "Option 1", "Base", "moins de 16 ans", "plus de 16 ans", "y compris la Sécurité sociale"), fc.string({ unit: "binary", maxLength: 20 }));
  let cells = 0;
  fc.assert(fc.property(fc.array(fc.array(texts, { maxLength: 5 }), { maxLength: 9 }), (rows) => {
    const answer = reading(rows);
    assert.deepEqual(answer.rows.map(({ row }) => row), rows.map((_, row) => row));
    const listed = new Set(answer.cells.map(({ row, column }) => `${row} ${column}`));
    const columns = answer.formulas.flatMap((formula) => formula.columns);
    for (const { row, kind } of answer.rows) {
      if (kind !== "benefit") continue;
      for (const column of columns) if ((rows[row][column] ?? "").normalize("NFKC").trim() !== "") assert.ok(listed.has(`${row} ${column}`), JSON.stringify([rows, row, column]));
    }
    cells += listed.size;
    for (const { coverage } of answer.formulas) {
      if (coverage.guarantees.length === 0) continue;
      assert.deepEqual(catalog.validateCoverage(coverage).filter(({ severity }) => severity === "error"), [], JSON.stringify(rows));
      assert.deepEqual(catalog.compileCoverage(coverage).analyze().overlaps, [], JSON.stringify(rows));
    }
  }), { numRuns: 400, seed: SEED });
  t.diagnostic(`${cells} cells`);
  assert.ok(cells > 200);
});

test("what is no grid is an error that says so", () => {
  for (const rows of [undefined, {}, [1], [[1]], [[null]], [[{}]], [[{ span_of: [0, 0] }]], [["a", { span_of: [1, 0] }]], [[{ span_of: [-1, 0] }]]]) assert.throws(() => reading(rows), TypeError, JSON.stringify(rows));
  assert.throws(() => reading([["a"]], { language: "en" }), RangeError);
  assert.throws(() => reading([["a"]], { shares: { 1: "half" } }), RangeError);
  assert.throws(() => reading(Array.from({ length: 2_000 }, () => Array(101).fill(""))), RangeError);
  assert.throws(() => tableOf([]), TypeError);
  assert.throws(() => tableOf([example], { date: "today" }), TypeError);
  assert.throws(() => tableOf([example], { language: "de" }), RangeError);
});

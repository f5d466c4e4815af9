// What a table says around its cells: lines of labels and cells, footnotes, columns of labels, columns that are no formula (`parts.json`); which rows
// are headers and sections, and what labels mean below them (`rows.json`). Golden cases, worked out by hand, and laws.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { CareTypeCatalog } from "../../pkg/index.js";
import { benefitTable as load } from "../../scripts/benefit-table.mjs";
import { canonical } from "../package/words-rules.mjs";
import { likely } from "./fragments.mjs";

const { benefitGrid, benefitGridFromCsv, benefitGridFromHtml, benefitTable, benefitTableCsv, benefitTableHtml, benefitTableMarkdown, readBenefit, readBenefitTable } = await load();
const json = (name) => JSON.parse(readFileSync(new URL(name, import.meta.url), "utf8"));
const givenOf = ({ catalog: lists, headings, synonyms }) => ({ catalog: new CareTypeCatalog(lists), headings, synonyms });
const files = ["parts.json", "rows.json"].map(json);
const given = givenOf(files[0]);
const { catalog, headings } = given;
const SEED = Number(process.env.SEED ?? 1);

const reading = (rows, more = {}) => readBenefitTable(rows, { ...given, ...more });

/** Who is paid what: care types, filter and rule of each guarantee, whatever it and its limits are called. */
function paid({ coverage }) {
  return coverage.guarantees.map(({ care_type_mappings, coverage_rule }) => [care_type_mappings.map(({ selector, filter }) => [[...selector.include_care_types].sort().join(" "), filter]), canonical(coverage_rule)]);
}

/** The only rule of a text. */
function ruleOf(text) {
  const { readings } = readBenefit(text);
  assert.equal(readings.length, 1, text);
  return canonical(readings[0].rule);
}

for (const [file, { note, rows, expected }] of files.flatMap((one) => one.cases.map((each) => [one, each]))) {
  test(note, () => {
    const of = givenOf(file);
    const answer = readBenefitTable(rows, of);
    assert.deepEqual(Object.fromEntries(answer.formulas.map((formula) => [formula.coverage.name, paid(formula)])), Object.fromEntries(Object.entries(expected.guarantees).map(([name, list]) => [name, list.map(([types, filter, text]) => [[[types, filter]], ruleOf(text)])])));
    if (expected.cells) {
      const said = answer.cells.map(({ row, column, status, part, share_from, footnotes, footnotes_used }, index) => {
        const asked = expected.cells[index]?.[3] ?? {};
        return [row, column, status, { part, footnotes_used, ...("share_from" in asked && { share_from }), ...("footnotes" in asked && { footnotes }) }];
      });
      assert.deepEqual(said, expected.cells.map(([row, column, status, { part = null, used = [], ...more } = {}]) => [row, column, status, { part, footnotes_used: used, ...more }]));
    }
    if (expected.parts) assert.deepEqual(answer.rows[1].parts.map(({ care_types, when, status }) => [care_types.join(" "), when, status]), expected.parts);
    if (expected.asides) assert.deepEqual(answer.rows.flatMap(({ label, asides }) => asides.map(({ start, end }) => label.slice(start, end))), expected.asides);
    if (expected.footnotes) assert.deepEqual(answer.footnotes.map(({ mark, row, text }) => [mark, row, text]), expected.footnotes);
    if (expected.other_columns) assert.deepEqual(answer.other_columns.map(({ column, holds }) => [column, holds]), expected.other_columns);
    if (expected.share_open) assert.deepEqual(answer.share_open.map(({ column, rows: open }) => [column, open]), expected.share_open);
    for (const [index, { is_used }] of answer.footnotes.entries()) {
      const having = answer.cells.filter(({ status, footnotes, footnotes_used: used }) => status === "read" && [...footnotes, ...used].includes(index));
      assert.equal(is_used, having.length > 0 && !having.some(({ footnotes_used: used }) => !used.includes(index)), `footnote ${index}`);
    }
    for (const { row, start, end, text } of answer.footnotes) if (row !== null) assert.equal(answer.rows[row].label.slice(start, end), text);
    for (const { coverage } of answer.formulas) if (coverage.guarantees.length > 0) assert.deepEqual(of.catalog.validateCoverage(coverage).filter(({ severity }) => severity === "error"), []);
  });
}

const LABELS = ["Couronne", "Bridge", "Détartrage", "Ostéopathie", "Chiropractie", "Chambre", "Radiographie", "Échographie", "Verres"];
/** With a row that is plainly one of benefits: a first one without a figure would be taken for one of the header. */
const FIRST = [["Soins", "Base"], ["Analyses", "10 €"]];
const AMOUNTS = ["100 €", "30 € par séance", "150 % BR", "TM", "40 % BR", "200 € par an", "Néant", "selon devis", "FR", "1 % PMSS par jour"];
const labelled = fc.shuffledSubarray(LABELS, { minLength: 2, maxLength: 5 }).chain((labels) => fc.array(fc.oneof(fc.constantFrom(...AMOUNTS), likely), { minLength: labels.length, maxLength: labels.length }).map((texts) => labels.map((label, index) => [label, texts[index]])));

test("rows in one cell, line by line, are those rows, where each is understood and the cell is not as a whole", (t) => {
  let divided = 0;
  fc.assert(fc.property(labelled, (rows) => {
    const [labels, texts] = [0, 1].map((index) => rows.map((row) => row[index]).join("\n"));
    const joint = reading([...FIRST, [labels, texts]]);
    const isUnderstood = rows.every(([, text]) => readBenefit(text).unread.length === 0) && readBenefit(texts).unread.length > 0;
    assert.equal(joint.cells.some(({ part }) => part !== null), isUnderstood, texts);
    if (!isUnderstood) return;
    divided += 1;
    assert.deepEqual(paid(joint.formulas[0]), paid(reading([...FIRST, ...rows]).formulas[0]));
    assert.deepEqual(joint.cells.slice(1).map(({ part, text }) => [part, text]), rows.map(([, text], index) => [index, text.normalize("NFKC").trim()]));
  }), { numRuns: 400, seed: SEED });
  t.diagnostic(`${divided} divided`);
  assert.ok(divided > 50);
});

const TERMS = ["y compris le remboursement de la Sécurité sociale", "en complément de la Sécurité sociale", "par an", "par an et par bénéficiaire", "par séance", "tous les 2 ans", "dans la limite de 3 par an", "maximum 500 € par an", "limité à 200 % BR", "dans la limite des HLF", "par famille"];

test("a footnote says what its words say behind the cell, or nothing", (t) => {
  let used = 0;
  fc.assert(fc.property(fc.oneof(fc.constantFrom(...AMOUNTS), likely), fc.constantFrom(...TERMS), fc.constantFrom("(1)", "(*)", "¹", "[1]", "*"), fc.constantFrom("", ".", " ;"), (text, terms, mark, end) => {
    const { cells: [cell], formulas: [formula], footnotes } = reading([["Soins", "Base"], ["Couronne", `${text} ${mark}`], [`${mark} ${terms}${end}`, ""]]);
    const alone = readBenefit(text);
    if (!cell || alone.readings.length === 0) return;
    assert.ok(cell.footnotes.includes(footnotes.findIndex((footnote) => footnote.text === terms)), text);
    const joint = readBenefit(`${text}, ${terms}`);
    const rules = (readings) => readings.map(({ when, rule }) => [when, canonical(rule)]);
    assert.deepEqual(rules(cell.reading.readings), rules((cell.footnotes_used.length > 0 ? joint : alone).readings), text);
    assert.deepEqual(cell.reading.assumed, (cell.footnotes_used.length > 0 ? joint : alone).assumed, text);
    assert.equal(formula.coverage.guarantees.length, cell.reading.readings.length);
    if (cell.share_from === "footnote") assert.ok(alone.assumed.includes("share") && !joint.assumed.includes("share"), text);
    used += cell.footnotes_used.length;
  }), { numRuns: 1_500, seed: SEED });
  t.diagnostic(`${used} used`);
  assert.ok(used > 100);
});

test("a footnote with one word that is not understood changes nothing", () => {
  fc.assert(fc.property(fc.constantFrom(...AMOUNTS), fc.constantFrom(...TERMS), fc.constantFrom("environ", "sauf accident", "sous réserve", "selon contrat"), fc.boolean(), (text, terms, word, isBefore) => {
    const note = isBefore ? `${word} ${terms}` : `${terms} ${word}`;
    const { cells, formulas } = reading([["Soins", "Base"], ["Couronne (1)", text], [`(1) ${note}`, ""]]);
    const without = reading([["Soins", "Base"], ["Couronne", text]]);
    assert.deepEqual(formulas.map(paid), without.formulas.map(paid));
    assert.ok(cells.every(({ footnotes, footnotes_used }) => footnotes.length === 1 && footnotes_used.length === 0));
  }), { numRuns: 400, seed: SEED });
});

test("columns of the Sécu, of totals and of examples change no formula, wherever they are", () => {
  const headers = ["Remboursement Sécurité sociale", "Régime obligatoire", "RO", "AMO", "Part SS", "Base de remboursement", "Total", "Total RO + RC", "Reste à charge", "Exemples de remboursement", "Prix moyen", "En euros"];
  // A column of which little looks like a benefit would be one of labels.
  const amounts = fc.constantFrom(...AMOUNTS.filter((text) => text !== "selon devis"));
  const rows = fc.array(fc.tuple(fc.constantFrom(...LABELS), amounts, amounts), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(rows, fc.constantFrom(...headers), fc.integer({ min: 1, max: 3 }), fc.array(fc.constantFrom("60 %", "25,00 €", "70 %", "18 €", "Néant", "100 % BR"), { minLength: 7, maxLength: 7 }), (lines, header, at, cells) => {
    const plain = [["Soins", "Base", "Option"], ["Analyses", "40 €", "50 €"], ...lines];
    const more = plain.map((row, index) => [...row.slice(0, at), index === 0 ? header : cells[index - 1], ...row.slice(at)]);
    const answer = reading(more);
    assert.deepEqual(answer.other_columns.map(({ column }) => column), [at]);
    assert.deepEqual(answer.formulas.map((formula) => [formula.name, paid(formula)]), reading(plain).formulas.map((formula) => [formula.name, paid(formula)]));
  }), { numRuns: 400, seed: SEED });
});

test("sections in a column of their own are those in rows of their own, spanned, repeated or left empty", () => {
  const SECTIONS = { Dentaire: ["Soins dentaires", "Prothèses dentaires", "Couronne"], "Médecins généralistes": ["OPTAM", "hors OPTAM"], "Médecine douce": ["Ostéopathie", "Chiropractie"], "Imagerie médicale": ["moins de 16 ans", "OPTAM", "Échographie"] };
  const chosen = fc.shuffledSubarray(Object.keys(SECTIONS), { minLength: 1 }).chain((names) => fc.tuple(...names.map((name) => fc.shuffledSubarray(SECTIONS[name], { minLength: 1 }).map((labels) => [name, labels]))));
  const how = fc.constantFrom("spanned", "repeated", "empty");
  fc.assert(fc.property(chosen, how, fc.array(fc.constantFrom("100 €", "150 % BR", "TM", "200 € par an"), { minLength: 12, maxLength: 12 }), (sections, way, texts) => {
    let at = 0;
    const [inRows, inColumns] = [[["Soins", "Base"]], [["Poste", "Détail", "Base"]]];
    for (const [name, labels] of sections) {
      inRows.push([name, ""]);
      const first = inColumns.length;
      labels.forEach((label, index) => {
        const text = texts[at++ % texts.length];
        inRows.push([label, text]);
        inColumns.push([index === 0 || way === "repeated" ? name : way === "spanned" ? { span_of: [first, 0] } : "", label, text]);
      });
    }
    const [left, right] = [inRows, inColumns].map((rows) => reading(rows));
    // A section in a row goes on until the next; one in a column is its rows' own.
    if (left.rows.every(({ kind, status }) => kind !== "benefit" || status === "matched")) assert.deepEqual(paid(right.formulas[0]), paid(left.formulas[0]));
    else assert.ok(right.rows.filter(({ status }) => status === "matched").length >= left.rows.filter(({ status }) => status === "matched").length);
  }), { numRuns: 400, seed: SEED });
});

test("no wider row pays for acts of a row that says nothing, or what is not understood", () => {
  fc.assert(fc.property(fc.constantFrom("30 €", "100 % BR"), fc.constantFrom("Néant", "-", "selon devis", "Non couvert", "5 séances"), fc.boolean(), (wide, narrow, isFirst) => {
    const rows = [["Médecine douce", wide], ["Ostéopathie", narrow]];
    const { formulas: [{ coverage }] } = reading([["Soins", "Base"], ["Analyses", "100 % BR"], ...(isFirst ? rows : [...rows].reverse())]);
    const compiled = catalog.compileCoverage(coverage);
    assert.deepEqual(compiled.guaranteesFor({ care_type: "OSTEO" }).guarantees, []);
    assert.equal(compiled.guaranteesFor({ care_type: "CHIRO" }).guarantees.length, 1);
  }));
});

test("coverages of one name have headers of their own, and are read again under names of their own", () => {
  const names = fc.array(fc.tuple(fc.constantFrom("BASE", "BASE v2", "TOTAL", "RO", "EXEMPLE", "OPTION"), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 6 });
  fc.assert(fc.property(names, (list) => {
    const coverages = list.map(([name, version], index) => catalog.compileCoverage({ name, version, guarantees: [{ name: "ONE", care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: {} }], coverage_rule: { components: [{ kind: "flat_amount", amount: String(index + 1) }], secu_share: "excluded" } }] }));
    const table = benefitTable(coverages, { catalog, headings, date: "2026-01-01" });
    const [header] = benefitGrid(table);
    assert.equal(new Set(header).size, header.length, header.join());
    list.forEach(([name], index) => assert.ok(header[index + 1].startsWith(name)));
    for (const grid of [benefitGrid(table), benefitGridFromCsv(benefitTableCsv(table)), benefitGridFromHtml(benefitTableHtml(table))]) {
      const { formulas } = reading(grid);
      assert.equal(new Set(formulas.map(({ coverage }) => coverage.name)).size, list.length);
      assert.deepEqual(formulas.map(({ coverage: { guarantees: [{ coverage_rule }] } }) => coverage_rule.components[0].amount), list.map((_, index) => String(index + 1)));
    }
    assert.ok(benefitTableMarkdown(table).split("\n")[0].split(" | ").length === header.length);
  }), { numRuns: 100, seed: SEED });
  const versions = [2, 3].map((version) => catalog.compileCoverage({ name: "BASE", version, guarantees: [{ name: "ONE", care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: {} }], coverage_rule: { components: [{ kind: "flat_amount", amount: "1" }] } }] }));
  const table = benefitTable(versions, { catalog, headings, date: "2026-01-01" });
  assert.deepEqual(benefitGrid(table)[0].slice(1), ["BASE v2", "BASE v3"]);
  assert.deepEqual(reading(benefitGrid(table)).formulas.map(({ coverage }) => coverage.name), ["BASE_V2", "BASE_V3"]);
});

test("lines of HTML are lines of cells", () => {
  assert.deepEqual(benefitGridFromHtml("<table><tr><td>Couronne<br>Bridge<td><p>100 €</p>\n<p>200\n€</p>"), [["Couronne\nBridge", "100 €\n200 €"]]);
});

test("tables of marks take a time that grows with them", () => {
  const started = performance.now();
  const marks = "(1)(2)(*) ".repeat(200);
  reading([["Soins", "Base"], ...Array.from({ length: 300 }, () => [`Couronne ${marks}`, `100 % BR ${marks}`]), ...Array.from({ length: 150 }, (_, index) => [`(${index % 99}) par an. `.repeat(40), ""])]);
  reading([["Soins", "Base"], ...Array.from({ length: 400 }, () => ["Couronne\nBridge\n".repeat(10), "+ 100 €\n200 €\n".repeat(10)]), ...Array.from({ length: 2_000 }, () => ["", "+ 1 €"])]);
  assert.ok(performance.now() - started < 30_000, `${performance.now() - started} ms`);
});

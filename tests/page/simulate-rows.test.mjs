// A file is read as spreadsheets write it, and answered as the package answers: rows, cells, columns, sums, and the file with its results.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CareTypeCatalog, CoverageError, OUTCOME_CODES } from "../../pkg/index.js";
import { exampleCatalog, exampleCoverage } from "./browser.mjs";

async function source(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../www/src/${name}.ts`, import.meta.url))], bundle: true, format: "esm", write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

const { TableRows, LineRows, separatorIn } = await source("kit/table-rows");
const { TextOfBytes } = await source("kit/table-text");
const { FileEvaluation } = await source("features/simulate/evaluation");
const { guessFields } = await source("features/simulate/headings");
const { cellReader } = await source("features/simulate/cells");

const coverage = new CareTypeCatalog(JSON.parse(exampleCatalog)).compileCoverage(JSON.parse(exampleCoverage));

/** The engine as the worker asks it. */
const engine = {
  outcomes: OUTCOME_CODES,
  guaranteeNames: coverage.guaranteeNames,
  evaluate: (acts) => coverage.evaluate(acts),
  evaluateLines: (text) => coverage.evaluateText(text, "ndjson"),
  missing: (act) => [...new Set(coverage.guaranteesFor(act).undetermined.flatMap(({ missing }) => missing))],
  reimburse: (act) => {
    try {
      return { ok: true, value: coverage.reimburse(act) };
    } catch (error) {
      if (error instanceof CoverageError) return { ok: false, diagnostics: error.diagnostics };
      throw error;
    }
  },
};

/** Numbers below a bound, the same in every run. */
function numbers(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const bytesOf = (text) => new TextEncoder().encode(text);
const KINDS = { care_type: "care_type", member_age: "age", teeth: "teeth", reimbursed_by_secu: "boolean", care_date: "date", charged: "amount", brss: "amount", secu_rate_percent: "percent" };
const column = (field) => field && { field, kind: KINDS[field] ?? "text" };

function evaluated(input, fields, { separator = ",", size = 1 << 18, joining = null, headerRows = 1 } = {}) {
  const bytes = typeof input === "string" ? bytesOf(input) : input;
  const file = new FileEvaluation(engine, { table: fields && { separator, headerRows, columns: fields.map(column) }, joining });
  let written = "";
  for (let start = 0; start < bytes.length; start += size) written += file.push(bytes.slice(start, start + size));
  written += file.finish();
  return { written, ...file.answers() };
}

function rowsOf(text, separator, size) {
  const rows = new TableRows(separator);
  const found = [];
  for (let start = 0; start < text.length; start += size) found.push(...rows.push(text.slice(start, start + size)));
  return [...found, ...rows.finish()];
}

const CELLS = ["GP_VISIT", "44", "", "é", '"a\nb"', '"a;b"', '"a""b"', '""', '"a\r\nb"', "a b", "'", '"x,y"'];

test("random tables are cut into the cells they were written with, in parts of any size", () => {
  for (let seed = 1; seed <= 3000; seed += 1) {
    const next = numbers(seed);
    const separator = [",", ";", "\t"][next(3)];
    const end = ["\n", "\r\n", "\r"][next(3)];
    const written = Array.from({ length: 1 + next(6) }, () => ["first", ...Array.from({ length: next(4) }, () => CELLS[next(CELLS.length)].replaceAll(",", separator))]);
    const quoted = (cell) => (cell.includes(separator) && !cell.startsWith('"') ? `"${cell}"` : cell);
    const text = written.map((row) => row.map(quoted).join(separator)).join(end) + (next(2) ? end : "");
    const expected = written.map((row) => row.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
    for (const size of [1, 2, 7, 1 << 20]) {
      const rows = rowsOf(text, separator, size);
      assert.deepEqual(rows.map(({ cells }) => cells), expected, JSON.stringify({ seed, size, text }));
      assert.ok(rows.every(({ isTorn }) => !isTorn));
      for (const { line, text: row } of rows) assert.ok(text.split(/\r\n|\n|\r/).slice(line - 1).join("\n").startsWith(row.replace(/\r\n|\r/g, "\n")), JSON.stringify({ seed, line, row }));
    }
  }
});

test("empty rows are none; a quotation mark out of place, or never closed, tears its row alone or the rest", () => {
  const rows = rowsOf('a;b\n\n;;\n"x"y;1\nz;2\n"open;3\nmore', ";", 3);
  assert.deepEqual(rows.map(({ line, text, isTorn }) => [line, text, isTorn]), [[1, "a;b", false], [4, '"x"y;1', true], [5, "z;2", false], [6, '"open;3\nmore', true]]);
});

test("a row of over 1 MiB is torn, takes no more time than its length, and reading goes on at the next line", () => {
  const long = "x".repeat(1_300_000);
  const started = performance.now();
  const rows = rowsOf(`a\n"${long}\n${long}\nNEXT\n${long}\nLAST`, ",", 1 << 18);
  assert.ok(performance.now() - started < 5_000);
  assert.ok(rows[1].isTorn);
  assert.deepEqual(rows.filter(({ text }) => text.length < 10).map(({ text, line }) => [text, line]), [["a", 1], ["NEXT", 4], ["LAST", 6]]);
});

test("lines without cells: blank ones are none, and each has its place", () => {
  const lines = new LineRows();
  const found = [...lines.push("{}\r\n\n  \t\n{\"a\":"), ...lines.push("1}\nlast"), ...lines.finish()];
  assert.deepEqual(found.map(({ line, text }) => [line, text]), [[1, "{}"], [4, '{"a":1}'], [5, "last"]]);
});

test("the separator is the one that is there most often, outside of quotation marks", () => {
  for (const [line, separator] of [["a;b", ";"], ["a,b", ","], ["a\tb;c\td", "\t"], ['"a,b,c";d', ";"]]) assert.equal(separatorIn(line), separator, line);
});

test("text of bytes: UTF-8 with and without its mark, Windows-1252, UTF-16, letters over the edges of parts", () => {
  // Node reads the euro of Windows-1252 as a control character; the page's own test has it.
  const text = "âge;montant\nété;60,50\n";
  const utf16 = new Uint8Array(2 + text.length * 2);
  utf16.set([0xff, 0xfe]);
  for (const [index, code] of [...text].map((letter) => letter.charCodeAt(0)).entries()) utf16.set([code & 255, code >> 8], 2 + index * 2);
  const windows = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  for (const [bytes, encoding] of [[bytesOf(text), "utf-8"], [bytesOf(`\ufeff${text}`), "utf-8"], [windows, "windows-1252"], [utf16, "utf-16le"]]) {
    for (const size of [1, 2, 5, 1000]) {
      const reader = new TextOfBytes();
      let found = "";
      for (let start = 0; start < bytes.length; start += size) found += reader.push(bytes.slice(start, start + size));
      found += reader.finish();
      assert.deepEqual([found.replace(/^\ufeff/, ""), reader.encoding], [text, encoding]);
    }
  }
});

test("headings in French and English name fields; what names none is not used, and no field has two columns", () => {
  const fields = ["care_type", "care_date", "member_birth_date", "member_age", "practitioner", "is_optam_or_secteur_1", "charged", "brss", "secu_rate_percent", "teeth", "beneficiary"];
  assert.deepEqual(guessFields(["Code acte", "Libellé acte", "Date de soins (JJ/MM/AAAA)", "Né(e) le", "AGE", "Praticien", "OPTAM ?", "Montant facturé (€)", "BR", "Taux", "Dents", "N° dossier"], fields),
    ["care_type", null, "care_date", null, "member_age", "practitioner", "is_optam_or_secteur_1", "charged", "brss", "secu_rate_percent", "teeth", null]);
  assert.deepEqual(guessFields(["care_type", "acte", "date of birth", "birth_date", "Amount", "member_age", "age"], fields),
    ["care_type", null, null, "member_birth_date", "charged", "member_age", null]);
});

test("cells as people write them", () => {
  const cases = [
    ["date", { "12/03/2025": "2025-03-12", "2025-03-12": "2025-03-12", "12-3-25": "2025-03-12", "hier": "hier" }],
    ["amount", { "60,50": "60.50", "1 234,5 €": "1234.5", "60.5": "60.5", "60 %": "60 %", "1\u202f234,50": "1234.50", "abc": "abc" }],
    ["percent", { "70": "70", "70 %": "70", "70,5%": "70.5", "70 €": "70 €" }],
    ["boolean", { oui: true, VRAI: true, x: true, "1": true, non: false, FAUX: false, no: false, null: null, "peut-être": "peut-être" }],
    ["age", { "44": 44, "44 ans": 44, "044": 44, quarante: "quarante" }],
    ["teeth", { "11 21": [11, 21], "11, 21": [11, 21], "11+21": [11, 21], "11 x": [11, "x"] }],
    ["side", { gauche: "left", D: "right", left: "left", haut: "haut" }],
  ];
  for (const [kind, values] of cases) {
    const read = cellReader({ field: "a_field", kind });
    for (const [cell, value] of Object.entries(values)) for (const again of [0, 1]) assert.deepEqual(read(` ${cell} `), value, `${kind} ${cell} ${again}`);
    for (const empty of ["", "  ", "-"]) assert.equal(read(empty), undefined);
  }
  const optam = cellReader({ field: "is_optam_or_secteur_1", kind: "boolean" });
  assert.deepEqual(["OPTAM", "Hors OPTAM", "secteur 1", "oui"].map(optam), [true, false, true, true]);
  const label = cellReader({ field: "care_type", kind: "care_type", codes: new Map([["consultation", "GP_VISIT"], ["gp_visit", "GP_VISIT"]]) });
  assert.deepEqual(["Consultation", "gp_visit", "constructor", "NOPE"].map(label), ["GP_VISIT", "GP_VISIT", "constructor", "NOPE"]);
});

const HEADERS = [["care_type", "member_age", "teeth", "reimbursed_by_secu"], ["member_age", "care_type"], ["care_type"]];
const ACT_CELLS = { care_type: ["GP_VISIT", "CROWN_CERAMIC_FREE", "NOPE", "OSTEOPATHY"], member_age: ["44", "7", "200", ""], teeth: ["11 21", "", "99"], reimbursed_by_secu: ["true", "false", ""] };

test("random files have the numbers that the package gives for the same text", () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = numbers(seed);
    const header = HEADERS[next(HEADERS.length)];
    const rows = Array.from({ length: 1 + next(30) }, () => header.map((field) => ACT_CELLS[field][next(ACT_CELLS[field].length)]).join(","));
    const text = [header.join(","), ...rows].join("\n");
    const { summary, length } = coverage.evaluateText(text, "csv");
    const found = evaluated(text, header, { size: 1 + next(40) });
    assert.equal(found.length, length);
    for (const code of OUTCOME_CODES) assert.equal(found.byOutcome[code] ?? 0, summary.by_outcome[code], JSON.stringify({ seed, code, text }));
    assert.deepEqual({ ...Object.fromEntries(found.byGuarantee) }, { ...summary.by_guarantee });
    assert.equal(found.money, null);
  }
});

test("NDJSON has the numbers that the package gives, with the lines of what is wrong, in parts of any size", () => {
  const lines = ['{"care_type":"GP_VISIT"}', "{", "  ", '{"care_type":"GP_VISIT","member_age":44}', '{"care_type":"NOPE"}', "\ufeff{}", '{"care_type":"GP_VISIT","care_type":"NOPE"}', '{"care_type":"GP_VISIT","teeth":[11]}\t'];
  for (let seed = 1; seed <= 200; seed += 1) {
    const next = numbers(seed);
    const text = Array.from({ length: 1 + next(20) }, () => lines[next(lines.length)]).join(next(2) ? "\n" : "\r\n");
    const evaluation = coverage.evaluateText(bytesOf(text), "ndjson");
    const found = evaluated(text, null, { size: 1 + next(60) });
    assert.equal(found.length, evaluation.length, text);
    for (const code of OUTCOME_CODES) assert.equal(found.byOutcome[code] ?? 0, evaluation.summary.by_outcome[code], JSON.stringify({ seed, code, text }));
    assert.deepEqual((found.listed.invalid_act ?? []).map(({ line }) => line), evaluation.invalid.map(({ line }) => line));
  }
});

test("columns without a meaning, a missing care type, cells too few or too many: nothing is lost, and each is said", () => {
  const found = evaluated("acte;note;age\nGP_VISIT;hello;44\n;;3\nGP_VISIT;x\nGP_VISIT;x;4;5\nGP_VISIT;x;4;;\n", ["care_type", null, "member_age"], { separator: ";" });
  assert.equal(found.length, 5);
  assert.deepEqual(found.wrong.map(({ code, field, count, first }) => [code, field, count, first[0].line]), [["invalid_csv", null, 2, 4], ["missing_field", "care_type", 1, 3]]);
  assert.deepEqual(found.wrong[0].cells, { expected: 3, got: 2 });
});

test("what is wrong is counted by kind: 2,500 rows of two kinds are two lines", () => {
  const rows = Array.from({ length: 2500 }, (_, index) => (index % 5 === 0 ? "GP_VISIT;quarante;hier" : "GP_VISIT;44;demain"));
  const { wrong, byOutcome, listed } = evaluated(`a;b;c\n${rows.join("\n")}`, ["care_type", "member_age", "care_date"], { separator: ";" });
  assert.equal(byOutcome.invalid_act, 2500);
  assert.deepEqual(wrong.map(({ field, count, values }) => [field, count, values]), [["care_date", 2500, ["hier", "demain"]], ["member_age", 500, ["quarante"]]]);
  assert.deepEqual(wrong[0].first.map(({ index }) => index), [0, 1, 2, 3, 4]);
  assert.equal(listed.invalid_act.length, 100);
});

const MONEY = ["care_type", "member_age", "is_optam_or_secteur_1", "reimbursed_by_secu", "care_date", "charged", "brss", "secu_rate_percent"];
const moneyColumns = MONEY.map((field) => ({ field, kind: { is_optam_or_secteur_1: "boolean" }[field] ?? KINDS[field] }));

test("who pays what is, row by row and in sum, what the package computes", () => {
  const rows = Array.from({ length: 400 }, (_, index) => `GP_VISIT;44;${index % 2 ? "oui" : "non"};oui;12/03/2026;${25 + (index % 60)},${String(index % 100).padStart(2, "0")};${index % 7 === 0 ? "" : "30"};70`);
  const text = ["acte;age;optam;secu;date;facture;br;taux", ...rows].join("\r\n");
  const joining = {
    decimalSign: ",", lineEnd: "\r\n", words: { covered: "Couvert", brss: "BR" },
    headings: { outcome: "D", guarantee: "G", money: { secu_paid: "S", complementary: "C", out_of_pocket: "R", missing: "I" } },
  };
  const file = new FileEvaluation(engine, { table: { separator: ";", headerRows: 1, columns: moneyColumns }, joining });
  const written = (file.push(bytesOf(text)) + file.finish()).split("\r\n");
  const { money, byGuarantee } = file.answers();
  assert.equal(written[0], "acte;age;optam;secu;date;facture;br;taux;D;G;S;C;R;I");
  const cents = (amount) => BigInt(amount.replace(".", ""));
  let [complementary, unknown] = [0n, 0];
  for (const [index, row] of rows.entries()) {
    const [care_type, age, optam, , , charged, brss] = row.split(";");
    const act = {
      care_type, member_age: Number(age), is_optam_or_secteur_1: optam === "oui", reimbursed_by_secu: true, care_date: "2026-03-12", beneficiary: "me",
      charged: charged.replace(",", "."), ...(brss && { brss }), secu_rate_percent: "70",
    };
    const { amounts, guarantee, missing } = coverage.reimburse(act);
    const dot = (value) => (amounts ? amounts[value].replace(".", ",") : "");
    assert.equal(written[index + 1], `${row};Couvert;${guarantee};${dot("secu_paid")};${dot("complementary")};${dot("out_of_pocket")};${missing.map((field) => (field === "brss" ? "BR" : field)).join(" + ")}`);
    if (amounts) complementary += cents(amounts.complementary);
    else unknown += 1;
  }
  assert.ok(unknown > 0 && complementary > 0n);
  assert.equal(cents(money.all.complementary), complementary);
  assert.deepEqual([money.unknown.rows, money.unknown.missing], [unknown, { brss: unknown }]);
  assert.equal(money.all.acts + unknown, [...byGuarantee.values()].reduce((left, right) => left + right));
  const sum = [...money.byGuarantee.values()].reduce((all, { charged }) => all + cents(charged), 0n);
  assert.equal(sum, cents(money.all.charged));
});

test("each row is computed on its own: a limit that one row has used up is whole for the next", () => {
  const row = "OSTEOPATHY;44;;non;12/03/2026;60;;;OSTEOPATH";
  const { money } = (() => {
    const file = new FileEvaluation(engine, { table: { separator: ";", headerRows: 1, columns: [...moneyColumns, column("practitioner")] }, joining: null });
    file.push(bytesOf(`a;b;c;d;e;f;g;h;i\n${`${row}\n`.repeat(50)}`));
    file.finish();
    return file.answers();
  })();
  const { amounts } = coverage.reimburse({ care_type: "OSTEOPATHY", member_age: 44, reimbursed_by_secu: false, practitioner: "OSTEOPATH", care_date: "2026-03-12", charged: "60", beneficiary: "me" });
  assert.equal(Number(money.all.complementary), 50 * Number(amounts.complementary));
});

test("rows that are torn or short keep their text in the joined file, and no cell moves", () => {
  const joining = { decimalSign: ".", lineEnd: "\n", words: {}, headings: { outcome: "O", guarantee: "G", money: null } };
  const { written } = evaluated('sep=;\nacte;note;age\nGP_VISIT;"a;b";44\nGP_VISIT\nNOPE;"open;1\nrest', ["care_type", null, "member_age"], { separator: ";", headerRows: 2, joining });
  assert.equal(written, 'sep=;\nacte;note;age;O;G\nGP_VISIT;"a;b";44;undetermined;\nGP_VISIT;;;invalid_act;\nNOPE;"open;1\nrest";;invalid_act;\n');
});

test("a quotation mark within a cell stays alone, and blank cells without a column move no answer", () => {
  const joining = { decimalSign: ".", lineEnd: "\n", words: {}, headings: { outcome: "O", guarantee: "G", money: null } };
  const rows = ['5" tube;12', "GP_VISIT;44;;", 'GP_VISIT;44;" ";', "GP_VISIT;44;x;", '5" a;"open'];
  const { written } = evaluated(["acte;age", ...rows, ""].join("\n"), ["care_type", "member_age"], { separator: ";", joining });
  assert.deepEqual(written.trimEnd().split("\n"), [
    "acte;age;O;G", '5" tube;12;unknown_care_type;', "GP_VISIT;44;undetermined;", "GP_VISIT;44;undetermined;", "GP_VISIT;44;x;;invalid_act;", '5" a;"open";invalid_act;',
  ]);
});

test("NDJSON is written again as objects, also what is no JSON", () => {
  const joining = { decimalSign: ".", lineEnd: "\n", words: {}, headings: { outcome: "O", guarantee: "G", money: null } };
  const { written, money } = evaluated('{"care_type":"GP_VISIT","member_age":44,"is_optam_or_secteur_1":true,"reimbursed_by_secu":true,"care_date":"2026-03-12","charged":30,"brss":30,"secu_rate_percent":70}\n{oops\n', null, { joining });
  const [first, second] = written.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.equal(first.act.care_type, "GP_VISIT");
  assert.equal(first.outcome, "covered");
  assert.equal(first.amounts.secu_paid, money.all.secu_paid);
  assert.deepEqual([second.act, second.outcome, second.guarantee], ["{oops", "invalid_act", null]);
});

// The rows of a file are cut as the engine cuts them, and read as the engine reads them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { CareTypeCatalog, OUTCOME_CODES } from "../../pkg/index.js";
import { createCoverageWorker } from "../../pkg/worker-node.js";
import { exampleCatalog, exampleCoverage } from "./browser.mjs";

async function source(name) {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL(`../../www/src/${name}.ts`, import.meta.url))], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}

const { findRows, RowCutter } = await source("features/batch/rows");
const { actOf } = await source("features/batch/acts");
const lists = JSON.parse(exampleCatalog);
const payload = JSON.parse(exampleCoverage);
const coverage = new CareTypeCatalog(lists).compileCoverage(payload);
const never = new AbortController().signal;

let worker;
let remote;
before(async () => {
  worker = await createCoverageWorker();
  remote = await (await worker.createCatalog(lists)).compileCoverage(payload);
});
after(() => worker.close());

/** What the page does with a file: evaluates it in a worker, then finds rows. */
async function evaluated(text, format, wanted) {
  const file = new Blob([text]);
  const parts = [];
  const evaluation = await remote.evaluate(file, { format, onProgress: ({ rows, bytes }) => parts.push({ rows, bytes }) });
  const all = wanted ?? new Set(evaluation.outcomes.keys());
  return { evaluation, parts, file, ...(await findRows(file, format === "csv", parts, all, never)) };
}

/** Numbers below a bound, the same in every run. */
function numbers(seed) {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const HEADERS = ["care_type,member_age,teeth,reimbursed_by_secu", "member_age;care_type;practitioner", "care_type", '"care_type",establishment'];
const CELLS = [
  "GP_VISIT", "CROWN_CERAMIC_FREE", "44", "-1", "007", "4.5", "", "null", '"null"', "true", "false", "11 21", "  ", "é", "NOPE", '"GP_VISIT"', '"a\nb"', '"a\r\nb"', '"a""b"', '""',
  'a"b', '"a"b', '"', '""a', 'a""b\n', "\r", "GENERAL_PRACTITIONER", "\ufeff", "\udc00",
];
const ENDS = ["\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n", "\n\r\n"];
const LINES = [
  '{"care_type":"GP_VISIT"}', '{"care_type":"GP_VISIT","member_age":44}', "{", "null", "  ", "\t", "\f", "\v", "", '{"care_type":"CROWN_CERAMIC_FREE","teeth":[11],"reimbursed_by_secu":true}', "\ufeff{}",
];

function randomCsv(seed) {
  const next = numbers(seed);
  const header = HEADERS[next(HEADERS.length)];
  const width = header.split(/[,;]/).length;
  const separator = /[,;]/.exec(header)?.[0] ?? ",";
  let text = (next(3) === 0 ? "\ufeff" : "") + (next(4) === 0 ? "\r\n\n" : "") + header + ENDS[next(ENDS.length)];
  for (let rows = next(12); rows > 0; rows -= 1) {
    const cells = Array.from({ length: next(6) === 0 ? next(5) : width }, () => CELLS[next(CELLS.length)]);
    text += cells.join(separator) + (rows === 1 && next(2) ? "" : ENDS[next(ENDS.length)]);
  }
  return text;
}

function randomNdjson(seed) {
  const next = numbers(seed);
  let text = next(3) === 0 ? "\ufeff" : "";
  for (let rows = next(12); rows > 0; rows -= 1) text += LINES[next(LINES.length)] + (rows === 1 && next(2) ? "" : ENDS[next(ENDS.length)]);
  return text;
}

function cut(text, isCsv, size) {
  const bytes = new TextEncoder().encode(text);
  const all = { has: () => true };
  const cutter = new RowCutter(isCsv, all);
  for (let start = 0; start < bytes.length; start += size) cutter.keep(cutter.push(bytes.slice(start, start + size)));
  cutter.keep(cutter.finish());
  return cutter;
}

for (const [format, random] of [["csv", randomCsv], ["ndjson", randomNdjson]]) {
  test(`${format}: random texts are cut as the engine cuts them, in pieces of any size`, () => {
    let rows = 0;
    let invalid = 0;
    for (let seed = 1; seed <= 4000; seed += 1) {
      const text = random(seed);
      const evaluation = coverage.evaluateText(new TextEncoder().encode(text), format);
      for (const size of [1, 2, 7, 1 << 20]) {
        const cutter = cut(text, format === "csv", size);
        assert.equal(cutter.count, evaluation.length, JSON.stringify({ seed, size, text }));
        for (const { index, line } of evaluation.invalid) assert.equal(cutter.rows.get(index).line, line, JSON.stringify({ seed, size, text }));
      }
      const cutter = cut(text, format === "csv", 1 << 20);
      for (const [index, row] of cutter.rows) {
        const alone = coverage.evaluateText(cutter.header === null ? row.text : `${cutter.header}\n${row.text}\r\n`, format);
        assert.deepEqual([alone.length, alone.outcomes[0]], [1, evaluation.outcomes[index]], JSON.stringify({ seed, text, row }));
        // What could be read as an act is that act.
        if (OUTCOME_CODES[evaluation.outcomes[index]] === "invalid_act") invalid += 1;
        else assert.equal(coverage.guaranteesFor(actOf(row.text, cutter.header ?? "")).outcome, OUTCOME_CODES[evaluation.outcomes[index]], JSON.stringify({ seed, row }));
        rows += 1;
      }
    }
    assert.ok(rows > 10_000 && invalid > 2000 && rows - invalid > 1000, `${rows} rows, ${invalid} of them invalid`);
  });
}

test("a file of several parts: rows over the edges of parts, quoted line breaks, and the lines on which they begin", async () => {
  const lines = Array.from({ length: 90_000 }, (_, index) => (index % 1000 === 7 ? '"GP\nVISIT",1' : index % 1000 === 8 ? `"NOPE_${index}",2` : "GP_VISIT,44"));
  const wanted = new Set([7, 8, 45_007, 45_008, 89_008]);
  const { evaluation, rows, parts, header } = await evaluated(`care_type,member_age\n\n${lines.join("\r\n")}`, "csv", wanted);
  assert.ok(parts.length > 2);
  assert.equal(evaluation.length, 90_000);
  assert.equal(header, "care_type,member_age");
  assert.deepEqual([...rows.keys()], [...wanted]);
  assert.deepEqual(rows.get(45_008), { index: 45_008, line: 3 + 45_008 + 46, text: '"NOPE_45008",2' });
  assert.equal(rows.get(89_008).text, '"NOPE_89008",2');
  assert.equal(rows.get(7).text, '"GP\nVISIT",1');
});

test("a row of over 1 MiB, and a quotation mark that is never closed, end where the engine ends them", async () => {
  const long = "x".repeat(1_300_000);
  for (const [format, text] of [
    ["csv", `care_type\nGP_VISIT\n${long}\nNOPE\n"${long}\n${long}\nNOPE\n${long}"\nGP_VISIT\n"${"a\n".repeat(900_000)}\nNOPE`],
    ["ndjson", `{"care_type":"GP_VISIT"}\n"${long}"\n{"care_type":"NOPE"}\n${" ".repeat(1_200_000)}\n{"care_type":"LAST"}`],
  ]) {
    const { evaluation, rows } = await evaluated(text, format);
    assert.equal(rows.size, evaluation.length, format);
    for (const { index, line } of evaluation.invalid) assert.equal(rows.get(index).line, line);
    for (const [index, row] of rows) if (OUTCOME_CODES[evaluation.outcomes[index]] === "unknown_care_type") assert.match(row.text, /^a$|NOPE|LAST/);
    assert.ok([...rows.values()].some(({ text }) => text === null), "a row that is too long to be shown has no text");
  }
});

test("where a count differs from the engine's, no row of that part or later is shown", async () => {
  const text = `care_type\n${"GP_VISIT\n".repeat(200_000)}`;
  const file = new Blob([text]);
  const { parts } = await evaluated(text, "csv", new Set());
  assert.ok(parts.length > 3);
  const wrong = parts.map((part, index) => (index === 1 ? { ...part, rows: part.rows - 1 } : part));
  const { rows } = await findRows(file, true, wrong, new Set([5, parts[0].rows + 5, 199_999]), never);
  assert.deepEqual([...rows.keys()], [5]);
});

test("reading ends with the last row that is wanted, and at once when nobody waits", async () => {
  const text = `care_type\n${"GP_VISIT\n".repeat(200_000)}`;
  const { parts } = await evaluated(text, "csv", new Set());
  const read = [];
  const file = { slice: (start, end) => (read.push(end), new Blob([text]).slice(start, end)) };
  await findRows(file, true, parts, new Set([3]), never);
  assert.deepEqual(read, [parts[0].bytes]);
  await assert.rejects(findRows(file, true, parts, new Set([3]), AbortSignal.abort(new Error("nobody waits"))), /nobody waits/);
  await assert.rejects(findRows(new Blob(["care_type\n"]), true, parts, new Set([3]), never), /shorter/);
});

// Many acts: whatever the text and however it comes, the answers are those of the package for the whole; nothing that cannot be read is lost; memory
// does not grow with the text; what ends a call leaves no file.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Readable } from "node:stream";
import { text as textOf } from "node:stream/consumers";
import { after, test } from "node:test";
import fc from "fast-check";
import { parquetWriteBuffer } from "hyparquet-writer";
import { claimsExample } from "../../examples/claims/claims-example.mjs";
import { CareTypeCatalog, OUTCOME_CODES, simulate } from "../../pkg/node.js";
import { home, program } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "acts-"));
after(() => rmSync(folder, { recursive: true }));
const path = (name) => join(folder, name);
mkdirSync(path("coverages"));
const example = (name) => readFileSync(`examples/${name}`, "utf8");
writeFileSync(path("catalog.json"), example("catalog.json"));
writeFileSync(path("coverages/A.json"), example("coverage.json"));
const catalog = new CareTypeCatalog(JSON.parse(example("catalog.json")));
const coverage = catalog.compileCoverage(JSON.parse(example("coverage.json")));

const env = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8", TMPDIR: folder };
const call = (given, input) => spawnSync(process.execPath, [program, ...given], { cwd: folder, env, input, encoding: "utf8", maxBuffer: 1 << 30 });
const rowsOf = (stdout) => stdout.trimEnd().split("\n").filter(Boolean).map((line) => JSON.parse(line));
async function claims(options) {
  const parts = [];
  for await (const part of claimsExample({ seed: 1, ...options })) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString();
}

/** What the package answers for the whole, in the words of the program. */
function whole(text, format) {
  const { outcomes, guarantees, invalid } = coverage.evaluateText(text, format);
  const lines = new Map(invalid.map(({ index, line }) => [index, line]));
  return [...outcomes].map((outcome, row) => [OUTCOME_CODES[outcome], coverage.guaranteeNames[guarantees[row]] ?? null, lines.get(row) ?? null]);
}

function asked(text, format) {
  const { stdout, stderr, status } = call(["evaluate", "-", "--input-format", format, "--format", "ndjson", "--quiet"], text);
  const lines = stderr.split("\n").flatMap((line) => /^<stdin>:(\d+): /.exec(line)?.[1] ?? []).map(Number);
  const said = [...new Set(lines)];
  const rows = rowsOf(stdout);
  assert.equal(status, rows.some(({ outcome }) => outcome === "invalid_act") ? 1 : 0, stderr);
  return rows.map(({ outcome, guarantee }) => [outcome, guarantee, outcome === "invalid_act" ? (said.shift() ?? null) : null]);
}

test("a text whose rows are hard to tell apart has the rows that the package finds", () => {
  const cell = fc.constantFrom("GP_VISIT", '"GP_VISIT"', '"a\nb"', '"a""b"', '"', 'a"b', "", "\r", '"x\r\n""\n"', "NOPE", '"open\n');
  const row = fc.tuple(cell, fc.constantFrom("40", "", '"40"', '"4\n0"', '"')).map((cells) => cells.join(","));
  const text = fc.tuple(fc.constantFrom("", "\ufeff", "\n", "\ufeff\n\r\n"), fc.array(row, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), fc.boolean())
    .map(([before, rows, end, ends]) => `${before}care_type,member_age${end}${rows.join(end)}${ends ? end : ""}`);
  fc.assert(fc.property(text, (text) => assert.deepEqual(asked(text, "csv"), whole(text, "csv"))), { numRuns: 6, seed: 24 });
});

test("the same in many pieces: quotation marks over their borders, rows that are too long", () => {
  const some = (index) => ["GP_VISIT,40\n", `"GP_VISIT",${index % 140}\n`, `"a""\n${"b".repeat(index % 97)}",4\n`, 'GP_VISIT,"4\r\n0"\r\n', "\n"][index % 5];
  const many = (from, count) => Array.from({ length: count }, (_, index) => some(from + index)).join("");
  const long = `${"x".repeat((1 << 20) + 5)}\n`;
  const text = `care_type,member_age\n${many(0, 1_900)}${long}${many(7, 30)}${long.slice(6)}${many(3, 9)}`;
  assert.deepEqual(asked(text, "csv"), whole(text, "csv"));
});

test("every row that cannot be read is said with its line, however many there are, from a file and from a pipe", async () => {
  const text = await claims({ rows: 4_000, mistakes: 0.8 });
  const [, ...lines] = text.trimEnd().split("\n");
  for (const command of ["evaluate", "reimburse", "simulate"]) {
    writeFileSync(path("claims.csv"), text);
    const [file, pipe] = [call([command, "claims.csv", "--format", "ndjson", "--quiet"]), call([command, "-", "--format", "ndjson", "--quiet"], text)];
    assert.deepEqual([file.status, pipe.status], [1, 1], file.stderr);
    assert.equal(pipe.stdout, file.stdout);
    assert.equal(pipe.stderr, file.stderr.replaceAll("claims.csv:", "<stdin>:"));
    const said = new Set([...file.stderr.matchAll(/^claims\.csv:(\d+): /gm)].map(([, line]) => Number(line)));
    assert.ok(said.size > 1_500, `${said.size} rows`);
    if (command === "simulate") continue;
    const rows = rowsOf(file.stdout);
    assert.equal(rows.length, lines.length);
    for (const { row, outcome, problems } of rows) {
      assert.equal(outcome === "invalid_act", said.has(row + 1), `row ${row}`);
      assert.equal(outcome === "invalid_act", problems !== undefined, `row ${row}`);
    }
  }
  assert.deepEqual(readdirSync(folder).filter((name) => name.startsWith(".")), []);
});

test("what is paid is what a simulation of the package says, to the cent", async () => {
  const text = await claims({ rows: 3_000 });
  writeFileSync(path("claims.csv"), text);
  const { amounts, totals } = simulate(coverage, null, text, { format: "csv", amounts: true });
  const { stdout } = call(["reimburse", "claims.csv", "--format", "json", "--quiet", "--workers", "2"]);
  const { acts, summary } = JSON.parse(stdout);
  assert.deepEqual(summary.totals, totals);
  const inCents = (text) => (text === null ? 0n : BigInt(Math.round(Number(text) * 10_000)));
  acts.forEach(({ secu_paid, complementary, charged, out_of_pocket }, row) => {
    assert.equal(inCents(complementary), amounts.current.complementary[row]);
    assert.equal(inCents(secu_paid), amounts.secu_paid[row]);
    assert.equal(inCents(charged), inCents(secu_paid) + inCents(complementary) + inCents(out_of_pocket));
  });
});

test("Parquet is read as CSV is, and a damaged file is said", async () => {
  const [header, ...lines] = (await claims({ rows: 3_000 })).trimEnd().split("\n").map((line) => line.split(","));
  const kinds = { member_age: ["INT32", Number], charged: ["STRING", String], is_optam_or_secteur_1: ["BOOLEAN", (text) => text === "true"], reimbursed_by_secu: ["BOOLEAN", (text) => text === "true"] };
  const names = ["person", "care_type", "member_age", "is_optam_or_secteur_1", "reimbursed_by_secu", "care_date", "charged", "brss", "secu_rate_percent"];
  const columnData = names.map((name) => {
    const [type, read] = kinds[name] ?? ["STRING", String];
    return { name, type, nullable: true, data: lines.map((cells) => { const cell = cells[header.indexOf(name)]; return cell === "" ? null : read(cell); }) };
  });
  const bytes = Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize: 1_000 }));
  writeFileSync(path("claims.parquet"), bytes);
  writeFileSync(path("claims.csv"), [names, ...lines.map((cells) => names.map((name) => cells[header.indexOf(name)]))].map((cells) => cells.join(",")).join("\n"));
  for (const given of [["evaluate"], ["reimburse"], ["simulate", "--by", "guarantee"]]) {
    const [csv, parquet] = ["claims.csv", "claims.parquet"].map((name) => call([...given, name, "--format", "ndjson", "--quiet"]));
    assert.equal(parquet.status, 0, parquet.stderr);
    assert.equal(parquet.stdout, csv.stdout);
    assert.equal(call([given[0], "-", ...given.slice(1), "--format", "ndjson", "--quiet"], bytes).stdout, csv.stdout);
  }
  writeFileSync(path("cut.parquet"), bytes.subarray(0, 4_000));
  for (const command of ["evaluate", "reimburse"]) {
    const { status, stderr } = call([command, "cut.parquet", "--out", "none.csv"]);
    assert.deepEqual([status, stderr.trim().split("\n").length < 4], [2, true], stderr);
  }
  assert.ok(!readdirSync(folder).includes("none.csv"));
});

// What builds and tests the Python package has another reader of Parquet, which shares no code with the writer.
const PYTHON = process.env.PYTHON ?? ".tools/python/bin/python";
const noDuckDb = process.env.PYTHON || existsSync(PYTHON) ? false : "make test-cli installs DuckDB";
const duckDb = (sql) => JSON.parse(execFileSync(resolve(PYTHON), ["-c", "import duckdb, json, sys; print(json.dumps(duckdb.sql(sys.argv[1]).fetchall(), default=str))", sql], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 30 }));

test("answers as Parquet are those of CSV, to the digit, in groups of rows", { skip: noDuckDb }, async () => {
  writeFileSync(path("claims.csv"), await claims({ rows: 140_000, mistakes: 0.02 }));
  const KEYS = { evaluate: "row, outcome, guarantee, problem", reimburse: "row, outcome, guarantee, charged, secu_paid, complementary, out_of_pocket, problem" };
  for (const [command, keys] of Object.entries(KEYS)) {
    const [csv, parquet, pipe] = [["--out", "answers.csv"], ["--out", "answers.parquet"], ["--format", "parquet"]].map((given) => spawnSync(process.execPath, [program, command, "claims.csv", "--quiet", ...given], { cwd: folder, env, maxBuffer: 1 << 30 }));
    assert.deepEqual([csv.status, parquet.status, pipe.status], [1, 1, 1]);
    assert.deepEqual(pipe.stdout, readFileSync(path("answers.parquet")));
    const columns = keys.split(", ").map((key) => (key === "row" ? "row::bigint" : ["outcome", "guarantee", "problem"].includes(key) ? key : `${key}::decimal(18, 4)`)).join(", ");
    const [text, table] = [`select ${columns} from read_csv('answers.csv', all_varchar = true)`, `select ${keys} from 'answers.parquet'`];
    assert.deepEqual(duckDb(`select count(*), count(problem), min(row), max(row) from 'answers.parquet'`).map(([rows, ...others]) => [rows, others[0] > 100, others[1], others[2]]), [[140_000, true, 1, 140_000]]);
    assert.deepEqual(duckDb(`(${text}) except all (${table})`), []);
    assert.deepEqual(duckDb(`(${table}) except all (${text})`), []);
    // In their order, in groups that a reader takes one after the other.
    assert.deepEqual(duckDb(`select count(*) from (select row, row_number() over () as n from 'answers.parquet') where row <> n`), [[0]]);
    assert.deepEqual(duckDb(`select distinct row_group_id, row_group_num_rows from parquet_metadata('answers.parquet') order by all`), [[0, 65_536], [1, 65_536], [2, 8_928]]);
  }
  assert.deepEqual(duckDb(`select column_type from (describe from 'answers.parquet') where column_name = 'charged'`), [["DECIMAL(18,4)"]]);
});

test("no acts are a Parquet file without rows", { skip: noDuckDb }, () => {
  writeFileSync(path("none.csv"), "care_type,charged\n");
  for (const command of ["evaluate", "reimburse"]) {
    assert.equal(call([command, "none.csv", "--out", "none.parquet", "--quiet"]).status, 0);
    assert.deepEqual(duckDb("select count(*) from 'none.parquet'"), [[0]]);
  }
});

const ROWS = Number(process.env.ROWS ?? 100_000);

test(`${ROWS.toLocaleString("en")} acts through a pipe: the memory is that of the engine, not of the text`, async (t) => {
  for (const [command, format, most] of [["evaluate", "csv", 320], ["evaluate", "parquet", 320], ["reimburse", "csv", 420], ["reimburse", "parquet", 420]]) {
    const child = spawn(process.execPath, [program, command, "-", "--quiet", "--workers", "2", "--format", format], { cwd: folder, env, stdio: ["pipe", "pipe", "inherit"] });
    Readable.from(claimsExample({ rows: ROWS, seed: 1 })).pipe(child.stdin);
    let [lines, peak] = [0, 0];
    const look = setInterval(() => {
      const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? [];
      peak = Math.max(peak, Number(kilobytes ?? 0));
    }, 50);
    for await (const chunk of child.stdout) for (const byte of chunk) if (byte === 10) lines += 1;
    clearInterval(look);
    if (format === "csv") assert.equal(lines, ROWS + 1);
    t.diagnostic(`${command}, ${format}: ${Math.round(peak / 1024)} MiB at most`);
    assert.ok(peak / 1024 < most, `${peak} KiB`);
  }
});

test("a reader that has enough ends the call", () => {
  const { status, stdout, stderr } = spawnSync("sh", ["-c", `yes 'GP_VISIT' | (echo care_type; cat) | node ${program} evaluate - --quiet | head -3`], { cwd: folder, env, encoding: "utf8" });
  assert.deepEqual([status, stdout.split("\n").length, stderr], [0, 4, ""]);
});

test("a named pipe takes what is written, and stays", async () => {
  const pipe = path("answers");
  execFileSync("mkfifo", [pipe]);
  for (const [given, answer] of [[["evaluate", "acts.csv", "--format", "csv"], /^[^\n]*outcome[^\n]*\n1,/], [["check", "--format", "json"], /^\{/]]) {
    writeFileSync(path("acts.csv"), "care_type,member_age\nGP_VISIT,40\n");
    const written = call([...given, "--quiet"]).stdout;
    assert.match(written, answer);
    const reader = spawn("cat", [pipe], { timeout: 60_000 });
    const writer = spawn(process.execPath, [program, ...given, "--quiet", "--out", pipe], { cwd: folder, env });
    const [read] = await Promise.all([textOf(reader.stdout), once(writer, "close")]);
    assert.equal(read, written);
    assert.ok(lstatSync(pipe).isFIFO());
  }
  rmSync(pipe);
});

test("Ctrl+C leaves the file that was there, and nothing else", async () => {
  for (const [command, out] of [["evaluate", "answers.csv"], ["evaluate", "answers.parquet"], ["reimburse", "answers.csv"], ["reimburse", "answers.parquet"]]) {
    writeFileSync(path(out), "before\n");
    const before = readdirSync(folder).sort();
    const child = spawn(process.execPath, [program, command, "-", "--out", out], { cwd: folder, env, stdio: ["pipe", "ignore", "pipe"] });
    child.stdin.on("error", () => {});
    Readable.from(claimsExample({ rows: 50_000_000, seed: 1 })).pipe(child.stdin);
    // It has begun to write.
    while (!readdirSync(folder).some((name) => name.startsWith(".care-coverage-"))) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    assert.equal(code, 130);
    assert.deepEqual(readdirSync(folder).sort(), before);
    assert.equal(readFileSync(path(out), "utf8"), "before\n");
  }
});

// Parquet and Arrow as they are written elsewhere: each kind of number, date and text is taken exactly, or its row says what is wrong; a file
// that is damaged, or has a column of another type, is refused with its place.
import assert from "node:assert/strict";
import { readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { Decimal, Field, Float32, Int64, RecordBatch, Schema, Struct, Table, TimestampMicrosecond, Utf8, makeData, tableToIPC, vectorFromArray } from "apache-arrow";
import { arrowOf, csvOf, current, lists, parquetOf, rows } from "./claims.mjs";
import { importText, inside } from "./install.mjs";
import { gzipSync } from "node:zlib";

for (const name of ["hyparquet", "hyparquet-compressors", "fzstd", "hysnappy", "apache-arrow", "flatbuffers", "tslib", "json-with-bigint"]) symlinkSync(resolve("node_modules", name), inside("node_modules", name));
const { createCoverageWorker } = await importText("files-entry.mjs", 'export * from "care-coverage/worker";\n');
const worker = await createCoverageWorker({ workers: 2 });
after(() => worker.close());
const coverage = await worker.createCatalog(lists).then((catalog) => catalog.compileCoverage(current));

const claims = rows(3_000);
const by = ["care_type", { column: "branch" }];
const simulate = (file, options = {}) => worker.simulate(coverage, null, file, { format: "parquet", by, ...options });
const withoutLines = ({ invalid, ...rest }) => ({ ...rest, invalid: invalid.map(({ first, ...reason }) => ({ ...reason, first: first.map(({ line, ...row }) => row) })) });
const want = withoutLines(await worker.simulate(coverage, null, csvOf(claims), { format: "csv", by }));
const same = async (file, options, expected = want) => assert.deepEqual(withoutLines(await simulate(file, options)), expected);

const cents = (row) => Math.round(row.charged * 100);
const decimal = (element) => ({ converted_type: "DECIMAL", scale: 2, precision: 18, ...element });

for (const [name, element] of [
  ["a DECIMAL in 32 bits", decimal({ type: "INT32", precision: 9 })], ["a DECIMAL in 64 bits", decimal({ type: "INT64" })],
  ["a DECIMAL with six decimals", decimal({ type: "INT64", scale: 6 })], ["a DECIMAL in 16 bytes", decimal({ type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, precision: 38 })],
  ["a DECIMAL in bytes", decimal({ type: "BYTE_ARRAY" })], ["floats of 32 bits", { type: "FLOAT" }],
]) {
  test(`amounts as ${name} are exact`, () => same(parquetOf(claims, { changed: { charged: { element, value: (row) => row.charged } } })));
}

for (const [name, element, value] of [
  ["milliseconds", { type: "INT64", converted_type: "TIMESTAMP_MILLIS" }, (row) => new Date(row.care_date)],
  ["microseconds", { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MICROS" } }, (row) => new Date(row.care_date)],
  ["nanoseconds", { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "NANOS" } }, (row) => new Date(row.care_date)],
  ["texts", { type: "BYTE_ARRAY", converted_type: "UTF8" }, (row) => row.care_date],
]) {
  test(`dates as ${name}`, () => same(parquetOf(claims, { changed: { care_date: { element, value } } })));
}

test("identifiers that are numbers, and ages as floats", async () => {
  await same(parquetOf(claims, { changed: {
    person: { element: { type: "INT64" }, value: (row) => BigInt(row.person.slice(1)) },
    member_age: { element: { type: "DOUBLE" }, value: (row) => row.member_age },
  } }));
});

test("groups by columns that are no texts", async () => {
  const changed = {
    number: { element: { type: "DOUBLE" }, value: (row) => (row.branch === "north" ? 1.5 : null) }, flag: { element: { type: "BOOLEAN" }, value: (row) => row.branch === "south" },
    day: { element: { type: "INT32", converted_type: "DATE" }, value: () => new Date("2025-02-03") },
  };
  const { groups } = await simulate(parquetOf(claims, { changed }), { by: ["number", "flag", "day"].map((column) => ({ column })) });
  assert.deepEqual(groups.map(({ key }) => key), [
    { number: "1.5", flag: "false", day: "2025-02-03" }, { number: null, flag: "false", day: "2025-02-03" }, { number: null, flag: "true", day: "2025-02-03" },
  ]);
});

test("pages of all kinds: plain texts, small pages, without compression, by other codecs", async () => {
  for (const options of [{ pageSize: 500 }, { codec: "UNCOMPRESSED" }, { codec: "GZIP", compressors: { GZIP: (bytes) => new Uint8Array(gzipSync(bytes)) } }, { rowGroupSize: 100 }]) await same(parquetOf(claims, options));
});

test("whole numbers of all kinds, with a dictionary and without; other encodings", async () => {
  for (const [element, value] of [
    [{ type: "INT32", converted_type: "UINT_8" }, (row) => row.member_age], [{ type: "INT64" }, (row) => BigInt(row.member_age)],
    [{ type: "INT64", converted_type: "UINT_64" }, (row) => BigInt(row.member_age)], [{ type: "FLOAT" }, (row) => row.member_age],
  ]) {
    for (const dictionarySize of [0, 1_000]) await same(parquetOf(claims, { changed: { member_age: { element, value } }, dictionarySize }));
  }
  for (const [name, encoding] of [["person", "DELTA_BYTE_ARRAY"], ["care_type", "DELTA_LENGTH_BYTE_ARRAY"], ["member_age", "DELTA_BINARY_PACKED"], ["charged", "BYTE_STREAM_SPLIT"], ["reimbursed_by_secu", "PLAIN"]]) {
    await same(parquetOf(claims, { encodings: { [name]: encoding } }));
  }
});

const files = (name) => new Uint8Array(readFileSync(join("tests/package/parquet", name)));

for (const [name, says] of [
  ["usual", "pages of version 1, dates in 96 bits, whole numbers without sign"], ["given-up", "dictionaries that are given up on the way, small pages"],
  ["plain", "columns without null, no dictionary, no compression, several row groups"], ["deltas", "encodings by differences"],
]) {
  test(`Parquet of another writer says what the CSV says: ${says}`, async () => {
    const expected = withoutLines(await worker.simulate(coverage, null, files("claims.csv"), { format: "csv", by: ["care_type", { column: "family" }] }));
    assert.equal(expected.rows, 400);
    await same(files(`${name}.parquet`), { by: ["care_type", { column: "family" }] }, expected);
  });
}

test("a row group of more rows than are read together is read in parts", async () => {
  const many = Array.from({ length: 270_000 }, (_, row) => ({ ...claims[row % claims.length], person: `P${Math.floor(row / 9)}` }));
  const expected = withoutLines(await worker.simulate(coverage, null, csvOf(many), { format: "csv", by }));
  await same(parquetOf(many, { rowGroupSize: many.length, pageSize: 100_000 }), {}, expected);
});

test("a file with other bytes is answered or refused", async () => {
  let state = 1;
  const next = (below) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below;
  for (const name of ["usual", "given-up", "plain", "deltas"]) {
    const file = files(`${name}.parquet`);
    for (let time = 0; time < 60; time++) {
      const other = file.slice();
      for (let count = 1 + next(3); count > 0; count--) other[4 + next(file.length - 12)] = next(256);
      const started = performance.now();
      await simulate(other).catch((error) => assert.equal(error.name, "CoverageError", error.stack));
      assert(performance.now() - started < 20_000, `${name}, time ${time}`);
    }
  }
});

test("a mapping of columns and of texts takes dictionaries as they are; what it says of written values is read as in a text", async () => {
  const changed = {
    CODE: { element: { type: "BYTE_ARRAY", converted_type: "UTF8" }, value: (row) => (row.care_type === "GP_VISIT" ? "G" : row.care_type) },
    MT: { element: { type: "BYTE_ARRAY", converted_type: "UTF8" }, value: (row) => `${String(row.charged).replace(".", ",")} €` },
    JOUR: { element: { type: "BYTE_ARRAY", converted_type: "UTF8" }, value: (row) => row.care_date.split("-").reverse().join("/") },
    OPTAM: { element: { type: "BYTE_ARRAY", converted_type: "UTF8" }, value: (row) => (row.is_optam_or_secteur_1 ? "O" : "N") },
  };
  const others = { person: "person", member_age: "member_age", practitioner: "practitioner", reimbursed_by_secu: "reimbursed_by_secu", brss: "brss", secu_rate_percent: "secu_rate_percent" };
  const native = { columns: { ...others, care_type: { column: "CODE", values: { G: "GP_VISIT" } }, charged: "charged", care_date: "care_date", is_optam_or_secteur_1: "is_optam_or_secteur_1" } };
  const written = {
    columns: { ...others, care_type: { column: "CODE", values: { G: "GP_VISIT" } }, charged: "MT", care_date: { column: "JOUR", format: "dd/MM/yyyy" }, is_optam_or_secteur_1: { column: "OPTAM", values: { O: true, N: false } } },
    decimal: "comma",
  };
  // Columns have other names, which are in the problems of rows.
  const strip = ({ invalid, ...rest }) => ({ ...rest, invalid: invalid.map(({ reason, rows }) => [reason, rows]) });
  for (const mapping of [native, written]) assert.deepEqual(strip(await simulate(parquetOf(claims, { changed }), { mapping })), strip(want));
});

test("a table of values says of a column of texts what it says of a text: a fact that does not apply, and what it does not have", async () => {
  const places = ["GENERAL_PRACTITIONER", "SPECIALIST", "-", "other"];
  const placed = claims.map((row, number) => ({ ...row, practitioner: places[number % 4] }));
  const names = ["care_type", "person", "member_age", "care_date", "charged", "brss", "secu_rate_percent", "is_optam_or_secteur_1", "reimbursed_by_secu"];
  const columns = Object.fromEntries(names.map((name) => [name, name]));
  const mapping = { columns: { ...columns, practitioner: { column: "practitioner", values: { GENERAL_PRACTITIONER: "GENERAL_PRACTITIONER", SPECIALIST: "SPECIALIST", "-": null } } } };
  const found = await simulate(parquetOf(placed), { by: ["care_type"], mapping });
  const written = await worker.simulate(coverage, null, csvOf(placed), { format: "csv", by: ["care_type"], mapping });
  const said = ({ invalid, ...rest }) => ({ ...rest, invalid: invalid.map(({ reason, rows: count, first }) => ({ reason, count, first: first.map(({ row, column, message }) => [row, column, message]) })) });
  assert.deepEqual(said(found), said(written));
  const wrong = found.invalid.find(({ reason }) => reason === "wrong_value").first[0];
  assert.deepEqual([wrong.row, wrong.column, wrong.message, wrong.code, wrong.variant, wrong.params], [3, "practitioner", "the table of values has no `other`", null, "not_in_table", { value: "other" }]);
});

test("a value that is no value of its field is one row, with its column", async () => {
  const one = (row, wrong) => (row === claims[7] ? wrong : undefined);
  for (const [changed, reason, column, message] of [
    [{ charged: { element: { type: "DOUBLE" }, value: (row) => one(row, 1.23456) ?? row.charged } }, "wrong_value", "charged", /1\.23456/],
    [{ charged: { element: { type: "DOUBLE" }, value: (row) => one(row, -5) ?? row.charged } }, "regularisation", "charged", /-5/],
    [{ brss: { element: { type: "DOUBLE" }, value: (row) => one(row, -5) ?? row.brss } }, "regularisation", "brss", /-5 is below 0/],
    [{ brss: { element: { type: "DOUBLE" }, value: (row) => one(row, Infinity) ?? row.brss } }, "wrong_value", "brss", /Infinity/],
    [{ member_age: { element: { type: "INT32" }, value: (row) => one(row, 131) ?? row.member_age } }, "wrong_value", "member_age", /131/],
    [{ care_date: { element: { type: "INT64", converted_type: "TIMESTAMP_MILLIS" }, value: (row) => new Date(one(row, "2025-03-01T10:00Z") ?? row.care_date) } }, "wrong_value", "care_date", /time of day/],
  ]) {
    const { invalid } = await simulate(parquetOf(claims, { changed }));
    const found = invalid.find((of) => of.reason === reason);
    assert.deepEqual([found.rows, found.first[0].row, found.first[0].column], [1, 7, column]);
    assert.match(found.first[0].message, message);
  }
});

test("a file that is damaged or another one is refused, with where", async () => {
  const file = parquetOf(claims);
  const footer = new DataView(file.buffer).getUint32(file.length - 8, true);
  const broken = file.slice();
  broken.fill(0xff, 4, 2_000);
  const badFooter = file.slice();
  badFooter.fill(0xff, file.length - 8 - footer, file.length - 8);
  for (const [bytes, says] of [
    [new Uint8Array(), /0 bytes are too few/], [file.subarray(0, file.length - 1), /last bytes are not `PAR1`/], [file.subarray(100), /damaged|shorter|ends at byte/],
    [broken, /damaged.*column "care_type", rows from 0/], [badFooter, /damaged.*footer/], [new TextEncoder().encode(csvOf(claims)), /PAR1/],
  ]) await assert.rejects(simulate(bytes), { name: "CoverageError", code: "wrong_type", message: says });
  for (const kind of ["file", "stream"]) {
    const bytes = arrowOf(claims, kind, 500);
    for (const length of [0, 5, 100, Math.floor(bytes.length / 2), bytes.length - 20]) {
      if (kind === "stream" && length > bytes.length - 20) continue;
      await assert.rejects(simulate(bytes.subarray(0, length), { format: "arrow" }), { name: "CoverageError", code: "wrong_type", message: /Arrow file is damaged, or/ }, `${kind} ${length}`);
    }
  }
  await assert.rejects(simulate(file, { format: "arrow" }), { code: "wrong_type", message: /Arrow/ });
});

test("columns that are not there, or of another type, are named", async () => {
  const list = { element: { type: "BOOLEAN" }, value: () => true };
  await assert.rejects(simulate(parquetOf(claims, { changed: { charged: list } })), { code: "wrong_type", message: /the column "charged" of the Parquet file has the type boolean, which is not one of `charged`/ });
  await assert.rejects(simulate(parquetOf(claims, { changed: { person: { element: { type: "DOUBLE" }, value: () => 1 } } })), { code: "wrong_type", message: /"person".*float/ });
  await assert.rejects(simulate(parquetOf(claims), { by: [{ column: "nothing" }] }), { code: "missing_field", message: /"nothing"/ });
  await assert.rejects(simulate(parquetOf(claims), { mapping: { columns: { care_type: "X", charged: "charged" } } }), { code: "missing_field", message: /"X"/ });
  await assert.rejects(simulate(arrowOf(claims, "file"), { format: "arrow", by: [{ column: "nothing" }] }), { code: "missing_field", message: /"nothing"/ });
  const nested = new Table({ care_type: vectorFromArray(["A"]), charged: vectorFromArray([{ a: 1 }]) });
  await assert.rejects(simulate(tableToIPC(nested), { format: "arrow", by: [] }), { code: "wrong_type", message: /"charged" of the Arrow file has the type Struct/ });
});

test("Arrow: decimals, whole numbers, timestamps, plain texts", async () => {
  const value = (name, row) => row[name] ?? null;
  const plain = ["care_type", "person", "practitioner", "branch"].map((name) => [name, vectorFromArray(claims.map((row) => value(name, row)), new Utf8())]);
  const words = new Uint32Array(claims.length * 4);
  claims.forEach((row, at) => { words[at * 4] = cents(row); });
  const type = new Decimal(2, 18, 128);
  const table = new Table({
    ...Object.fromEntries(plain),
    care_date: vectorFromArray(claims.map((row) => new Date(row.care_date)), new TimestampMicrosecond()),
    member_age: vectorFromArray(claims.map((row) => BigInt(row.member_age)), new Int64()),
    is_optam_or_secteur_1: vectorFromArray(claims.map((row) => row.is_optam_or_secteur_1)),
    reimbursed_by_secu: vectorFromArray(claims.map((row) => row.reimbursed_by_secu)),
    brss: vectorFromArray(claims.map((row) => row.brss), new Float32()),
    secu_rate_percent: vectorFromArray(claims.map((row) => BigInt(row.secu_rate_percent)), new Int64()),
  });
  const charged = makeData({ type, length: claims.length, nullCount: 0, data: words });
  const schema = new Schema([...table.schema.fields, new Field("charged", type)]);
  const struct = makeData({ type: new Struct(schema.fields), length: claims.length, children: [...table.batches[0].data.children, charged] });
  for (const kind of ["file", "stream"]) await same(tableToIPC(new Table([new RecordBatch(schema, struct)]), kind), { format: "arrow" });
});

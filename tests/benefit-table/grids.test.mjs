// Cells of CSV, HTML and clipboards as grids.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { benefitTable as load } from "../../scripts/benefit-table.mjs";

const { benefitGridFromCsv, benefitGridFromHtml, benefitGridFromPaste, benefitTableCsv, benefitTableHtml, benefitGrid } = await load();

/** A table of texts, as `benefitTable` makes it. */
function tableOf(names, lines) {
  const cell = (text) => ({ text, guarantees: [], rule: null, limits: [], euros: [] });
  const rows = lines.map(([label, ...cells]) => ({ label, care_types: [], lines: [{ label: null, when: {}, cells: names.map((_, index) => cell(cells[index] ?? "")) }] }));
  return { language: "fr", date: "2026-01-01", pmss: null, coverages: names.map((name) => ({ name, version: 1 })), headings: [{ id: "H", title: "Titre", rows }], examples: [], unsaid: [] };
}

const text = fc.oneof(fc.string({ maxLength: 12 }), fc.constantFrom("=1+1", "a;b", "a,=b", 'say "x"', "two\nlines", "<b>&amp;</b>", "150 % BR", "– OPTAM", "@x", "-1", "&#38;", "", "été"));
const tables = fc.tuple(fc.array(text, { minLength: 1, maxLength: 3 }), fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 })).map(([names, lines]) => tableOf(names, lines));

test("CSV that is written is read as the same cells", () => {
  fc.assert(fc.property(tables, fc.constantFrom(";", ",", "\t"), (table, separator) => {
    const plain = benefitGrid(table).map((row) => row.map((cell) => (typeof cell === "string" ? cell : "")));
    const read = benefitGridFromCsv(benefitTableCsv(table, { separator }), { separator });
    // An apostrophe of the author's own before such a sign goes, too, and one that guards is not always at the same place.
    const bare = (rows) => rows.map((row) => row.map((cell) => cell.replace(/'(?=[=+\-@])/g, "").trim()));
    assert.deepEqual(bare(read), bare(plain));
  }), { numRuns: 500 });
});

test("HTML that is written is read as the same cells, with their spans", () => {
  fc.assert(fc.property(tables, fc.boolean(), (table, document) => {
    const folded = (rows) => rows.map((row) => row.map((cell) => (typeof cell === "string" ? cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "\ufffd").replace(/\s+/g, " ").trim() : cell)));
    assert.deepEqual(folded(benefitGridFromHtml(benefitTableHtml(table, { document }))), folded(benefitGrid(table)));
  }), { numRuns: 500 });
});

test("spans of HTML, and what is left open", () => {
  const html = "<p>x</p><table><caption>Titre</caption><tr><th rowspan=2>A<th colspan='2'>B<tr><td>C<td>D &eacute;&#8364;<!-- <td>E --><script>f('<td>G')</script></table><table><tr><td>H</table>";
  assert.deepEqual(benefitGridFromHtml(html), [["A", "B", { span_of: [0, 1] }], [{ span_of: [0, 0] }, "C", "D é€"]]);
  assert.deepEqual(benefitGridFromHtml("no table"), []);
  assert.throws(() => benefitGridFromHtml(`<table><tr>${"<td colspan=1000 rowspan=1000>".repeat(3)}`), RangeError);
});

test("what is pasted: HTML before text", () => {
  assert.deepEqual(benefitGridFromPaste({ html: "<table><tr><td>a<td>b</table>", text: "x" }), [["a", "b"]]);
  assert.deepEqual(benefitGridFromPaste({ html: "<b>a</b>", text: 'a\t"b\nc"\r\nd\te\r\n' }), [["a", "b\nc"], ["d", "e"]]);
  assert.throws(() => benefitGridFromPaste({}), TypeError);
});

test("CSV: separators are found, quotations may be left open", () => {
  assert.deepEqual(benefitGridFromCsv("\ufeffa;b,c\r\n1;2"), [["a", "b,c"], ["1", "2"]]);
  assert.deepEqual(benefitGridFromCsv('a,"b;c"\n'), [["a", "b;c"]]);
  assert.deepEqual(benefitGridFromCsv('a,"b'), [["a", "b"]]);
  // A comma is also in amounts, a semicolon in sentences.
  assert.deepEqual(benefitGridFromCsv("a;b\nc;1,5\nd;2,5"), [["a", "b"], ["c", "1,5"], ["d", "2,5"]]);
  assert.deepEqual(benefitGridFromCsv("a,b\nc; d,e\n"), [["a", "b"], ["c; d", "e"]]);
  assert.deepEqual(benefitGridFromCsv("a;"), [["a", ""]]);
  assert.deepEqual(benefitGridFromCsv(""), []);
});

test("any text is answered, in a time that grows with it", () => {
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.constantFrom("<table>", "<tr>", "<td", ">", "</td>", "<!--", "-->", '"', "'", "colspan=9", "&#0;", "&", "x", "<script>", "\n", ";")).map((parts) => parts.join(""))), (given) => {
    for (const grid of [benefitGridFromHtml(given), benefitGridFromCsv(given)]) for (const row of grid) for (const cell of row) assert.ok(typeof cell === "string" || Array.isArray(cell.span_of));
  }), { numRuns: 2_000 });
  for (const piece of ["<td \"", "<table", "<!--", '"', "&#", "<a '", "<table><tr><td>"]) {
    const start = performance.now();
    benefitGridFromHtml(piece.repeat(20_000));
    benefitGridFromCsv(piece.repeat(20_000));
    assert.ok(performance.now() - start < 5_000, piece);
  }
});

// Texts cut into pieces of whole rows: which rows there are does not depend on how the text comes, and is what a reader that looks at each
// character says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import fc from "fast-check";

const { outputFiles } = await build({ entryPoints: ["pkg-template/rows.ts"], bundle: true, format: "esm", write: false });
const { MAX_ROW, RowCutter, linesOf, separatorOf } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const encode = (text) => new TextEncoder().encode(text);
const decode = (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The pieces of a text that comes in chunks of these lengths, again and again. */
function cut(text, lengths, { isCsv = false, size = 0 } = {}) {
  const bytes = encode(text);
  const cutter = new RowCutter(size, isCsv ? separatorOf : undefined);
  const pieces = [];
  for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
    const end = start + lengths[turn % lengths.length];
    pieces.push(...cutter.push(bytes.slice(start, end)));
    start = end;
  }
  pieces.push(...cutter.finish());
  return { header: cutter.header && decode(cutter.header), headerLines: cutter.headerLines, pieces };
}

/** The rows of a CSV, character by character: a quotation mark opens a cell where it is the first character of one. */
function rowsOf(text, separator) {
  const rows = [];
  let [row, isStart, isQuoted] = ["", true, false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    row += sign;
    if (isQuoted) {
      if (sign === '"' && text[at + 1] === '"') row += text[(at += 1)];
      else if (sign === '"') isQuoted = false;
      continue;
    }
    if (sign === '"' && isStart) isQuoted = true;
    isStart = sign === separator || sign === "\n";
    if (sign === "\n") {
      rows.push(row);
      row = "";
    }
  }
  return row === "" ? rows : [...rows, row];
}

const chunks = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const signs = fc.array(fc.constantFrom("a", '"', '""', "\n", "\r\n", ",", ";", "é", '"\n', ',"', "b\n"), { maxLength: 40 }).map((list) => list.join(""));

test("pieces of CSV are whole rows, whatever the chunks are", () => {
  fc.assert(fc.property(signs, chunks, fc.constantFrom(",", ";"), fc.constantFrom("", "\n", "\r\n\n", "\ufeff"), (body, lengths, separator, before) => {
    const header = `x${separator}y`;
    const { pieces, ...found } = cut(`${before}${header}\r\n${body}`, lengths, { isCsv: true });
    assert.deepEqual(found, { header, headerLines: 1 + before.split("\n").length - 1 });
    const rows = rowsOf(body, separator);
    assert.equal(pieces.map(({ bytes }) => decode(bytes)).join(""), body);
    // Each piece ends where a row does.
    let left = [...rows];
    for (const { bytes } of pieces) {
      for (let piece = decode(bytes); piece !== ""; piece = piece.slice(left.shift().length)) assert.ok(piece.startsWith(left[0]), JSON.stringify([piece, left[0]]));
    }
  }), { numRuns: 2_000 });
});

test("pieces of a text with a row on each line end at line ends, and none is smaller than asked", () => {
  fc.assert(fc.property(signs, chunks, fc.integer({ min: 0, max: 12 }), (text, lengths, size) => {
    const { pieces } = cut(text, lengths, { size });
    const parts = pieces.map(({ bytes }) => decode(bytes));
    assert.equal(parts.join(""), text);
    parts.slice(0, -1).forEach((part) => assert.ok(part.endsWith("\n")));
    assert.equal(pieces.at(-1)?.end ?? 0, encode(text).length);
    assert.equal(pieces.reduce((lines, { bytes }) => lines + linesOf(bytes), 0), text.split("\n").length - 1);
  }));
});

test("a row that is too long is cut behind its limit, and reading goes on at the next line", () => {
  const long = "x".repeat(MAX_ROW + 600_000);
  for (const [isCsv, before] of [[true, "a,b\n"], [false, ""]]) {
    for (const lengths of [[1 << 16], [1 << 18, 7], [3 << 20]]) {
      const { pieces } = cut(`${before}1,2\n${long}\n3,4\n`, lengths, { isCsv });
      assert.deepEqual(pieces.map(({ bytes, cutLines }) => [bytes.length > 100 ? bytes.length - MAX_ROW > 0 : decode(bytes), cutLines]).filter(([text]) => text !== ""),
        // One whose end is there is left whole: its reader finds it too long.
        lengths[0] > MAX_ROW ? [[true, 0]] : [["1,2\n", 0], [true, 1], ["3,4\n", 0]]);
    }
  }
});

test("a quotation mark that is not closed takes one row with it, and not the rest of the text", () => {
  const line = '1,"open\n';
  const rest = "2,3\n".repeat(MAX_ROW / 2);
  for (const tail of ["", '4,"5"\n']) {
    const kinds = [[1 << 16], [1 << 20], [9 << 20]].map((lengths) => {
      const { pieces } = cut(`a,b\n0,0\n${line}${rest}${tail}`, lengths, { isCsv: true });
      const long = pieces.filter(({ cutLines }) => cutLines > 0);
      return [long.length, long[0].bytes.length, pieces.map(({ bytes, cutLines }) => linesOf(bytes) + cutLines).reduce((sum, lines) => sum + lines, 0)];
    });
    // The chunks change nothing.
    assert.deepEqual(kinds, kinds.map(() => [1, MAX_ROW + 1, kinds[0][2]]));
    assert.equal(kinds[0][2], 2 + MAX_ROW / 2 + (tail ? 1 : 0));
  }
});

test("a header that does not end, and a text without one", () => {
  assert.deepEqual(cut("", [1], { isCsv: true }), { header: "", headerLines: 0, pieces: [] });
  assert.deepEqual(cut("a,b", [1], { isCsv: true }), { header: "a,b", headerLines: 0, pieces: [] });
  assert.deepEqual(cut("\n\r\n", [1], { isCsv: true }), { header: "", headerLines: 2, pieces: [] });
  assert.equal(cut("h".repeat(3 << 20), [1 << 20], { isCsv: true }).header.length > MAX_ROW, true);
});

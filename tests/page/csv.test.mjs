// A cell of CSV is no formula, whether a program splits the line at commas, semicolons or tabs, and says what it said.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL("../../www/src/kit/csv.ts", import.meta.url))], bundle: true, format: "esm", write: false });
const { csvCell } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

const cases = [
  ["a name stays as it is", "DENTAL_CARE", "DENTAL_CARE"],
  ["so does one with such characters elsewhere", "1+1=2 @home - é", "1+1=2 @home - é"],
  ["an empty one", "", ""],
  ["equals", "=1+1", "'=1+1"],
  ["plus", "+1", "'+1"],
  ["minus", "-1", "'-1"],
  ["at", "@SUM(1+1)*cmd|' /C calc'!A0", "'@SUM(1+1)*cmd|' /C calc'!A0"],
  ["quoted", '=HYPERLINK("http://x"&A1,"x")', `"'=HYPERLINK(""http://x""&A1,""x"")"`],
  ["tab", "\tx", `"'\tx"`],
  ["carriage return", "\rx", `"'\rx"`],
  ["line feed", "\nx", `"'\nx"`],
  ["tab before a formula", "\t=1", `"'\t'=1"`],
  ["blanks before a formula", " \u00a0=1", " \u00a0'=1"],
  ["a quotation mark before a formula", '"=1', `"""'=1"`],
  ["full width", "＝1", "'＝1"],
  ["full width plus, minus and at", "＋1;－1;＠1", `"'＋1;'－1;'＠1"`],
  ["after a separator of other countries", "a;=1", `"a;'=1"`],
  ["after a comma, quoted again", 'a,"=1"', `"a,""'=1"""`],
  ["after a line break", "a\r\n=1", `"a\r\n'=1"`],
  ["what is harmless by its own apostrophe", "'=1", "'=1"],
];
for (const [name, text, cell] of cases) test(name, () => assert.equal(csvCell(text), cell));

/** The cells that a program finds: one that begins with a quotation mark ends with it, and what follows up to the separator belongs to it. */
function cellsOf(text, separators) {
  const cells = [];
  let at = 0;
  while (at <= text.length) {
    let cell = "";
    if (text[at] === '"') {
      at += 1;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) {
        if (text[at] === '"') at += 1;
        cell += text[at++];
      }
      at += 1;
    }
    while (at < text.length && !separators.includes(text[at]) && !"\r\n".includes(text[at])) cell += text[at++];
    cells.push(cell);
    at += 1;
  }
  return cells;
}

test("100,000 odd texts: no cell begins as a formula under any separator, and a strict reader finds the text again", () => {
  const alphabet = ["=", "+", "-", "@", "＝", "＠", ",", ";", "\t", "\r", "\n", '"', "'", " ", "\u00a0", "a", "1"];
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 100_000; round += 1) {
    const text = Array.from({ length: random(9) }, () => alphabet[random(alphabet.length)]).join("");
    const line = `1,covered,${csvCell(text)}\r\n`;
    for (const separators of [",", ";", "\t", ",;\t"]) {
      for (const cell of cellsOf(line, separators)) {
        assert.doesNotMatch(cell, /^[\s"]*[=+\-@＝＋－＠]/, `${JSON.stringify(text)} split at ${JSON.stringify(separators)}`);
        if (separators === ",") assert.doesNotMatch(cell, /^[\t\r]/, JSON.stringify(text));
      }
    }
    assert.equal(cellsOf(line, ",")[2].replaceAll("'", ""), text.replaceAll("'", ""));
  }
});

test("a long text takes time in proportion to its length", () => {
  // The least of three, in processor time: what else the machine does is not counted.
  const taken = (text) => Math.min(...Array.from({ length: 3 }, () => {
    const before = process.cpuUsage();
    csvCell(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  }));
  for (const part of ["\t", " ", '"', "=", ";=", '; "']) {
    const short = taken(part.repeat(200_000));
    const long = taken(part.repeat(2_000_000));
    // Ten times the length; what grows with the square takes a hundred times.
    assert.ok(long < 40 * Math.max(short, 1_000), `${JSON.stringify(part)}: ${short} and ${long} microseconds`);
  }
});

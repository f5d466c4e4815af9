// JSON Patch on a text: exactly the edit that a careful person would make, and always the same document.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL("../../www/src/kit/json/patch.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
});
const { patchText, applyEdits } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
const patched = (text, ...patch) => {
  const edits = patchText(text, patch);
  return edits && applyEdits(text, edits);
};

const list = '{\n  "list": [\n    "A",\n    "B",\n    "C"\n  ]\n}';
const cases = [
  ["replace leaves everything around it", '{"a" :  1 ,"b":2}', { op: "replace", path: "/a", value: "x" }, '{"a" :  "x" ,"b":2}'],
  ["replace the whole", " 1 ", { op: "replace", path: "", value: 2 }, " 2 "],
  ["remove the first", list, { op: "remove", path: "/list/0" }, '{\n  "list": [\n    "B",\n    "C"\n  ]\n}'],
  ["remove in the middle", list, { op: "remove", path: "/list/1" }, '{\n  "list": [\n    "A",\n    "C"\n  ]\n}'],
  ["remove the last", list, { op: "remove", path: "/list/2" }, '{\n  "list": [\n    "A",\n    "B"\n  ]\n}'],
  ["remove the only one", '{"list": [\n  1\n]}', { op: "remove", path: "/list/0" }, '{"list": []}'],
  ["remove from one line", '["A", "B", "C"]', { op: "remove", path: "/1" }, '["A", "C"]'],
  ["remove what ends a line", '["A", "B",\n "C", "D"]', { op: "remove", path: "/1" }, '["A",\n "C", "D"]'],
  ["remove what begins a line", '["A", "B",\n "C", "D"]', { op: "remove", path: "/2" }, '["A", "B",\n "D"]'],
  ["remove with commas in front", '[ "A"\n, "B"\n, "C"\n]', { op: "remove", path: "/1" }, '[ "A"\n, "C"\n]'],
  ["remove a member", '{ "a": 1, "b": 2 }', { op: "remove", path: "/b" }, '{ "a": 1 }'],
  ["remove of a key that occurs twice the last", '{"a": 1, "a": 2}', { op: "remove", path: "/a" }, '{"a": 1}'],
  ["rename a key", '{ "naem" : [1], "b": 2 }', { op: "move", from: "/naem", path: "/name" }, '{ "name" : [1], "b": 2 }'],
  ["rename to a key with a quote", '{"a":1}', { op: "move", from: "/a", path: '/b"' }, '{"b\\"":1}'],
  ["leave alone a key that would be there twice", '{"a": 1, "b": 2}', { op: "move", from: "/a", path: "/b" }, null],
  ["add a member like the others", '{\n  "a" : 1,\n  "b" : 2\n}', { op: "add", path: "/c", value: true }, '{\n  "a" : 1,\n  "b" : 2,\n  "c" : true\n}'],
  ["add to one member", '{\n  "a": 1\n}', { op: "add", path: "/b", value: null }, '{\n  "a": 1,\n  "b": null\n}'],
  ["add to nothing", '{"a": {}}', { op: "add", path: "/a/b", value: 1 }, '{"a": {"b": 1}}'],
  ["add a member that is there", '{"a": 1}', { op: "add", path: "/a", value: 2 }, '{"a": 2}'],
  ["add at the end of a list", '["A",\n"B"]', { op: "add", path: "/-", value: "C" }, '["A",\n"B",\n"C"]'],
  ["add in front", '["B", "C"]', { op: "add", path: "/0", value: "A" }, '["A", "B", "C"]'],
  ["find escaped names", '{"a/b": {"~": 1}}', { op: "replace", path: "/a~1b/~0", value: 2 }, '{"a/b": {"~": 2}}'],
  ["find names that are escaped in the text", '{"\\u0061": 1}', { op: "replace", path: "/a", value: 2 }, '{"\\u0061": 2}'],
  ["leave astral characters alone", '{"😀": "𝒳", "b": 1}', { op: "remove", path: "/b" }, '{"😀": "𝒳"}'],
  ["work before a mistake", '{"list": ["A", "A"], "b": [1', { op: "remove", path: "/list/1" }, '{"list": ["A"], "b": [1'],
  ["leave alone what is not finished", '{"list": ["A', { op: "remove", path: "/list/0" }, null],
  ["leave alone what is not there", '{"a": 1}', { op: "remove", path: "/b/0" }, null],
  ["leave an entry out of reach alone", "[1]", { op: "add", path: "/2", value: 3 }, null],
];

const lines = '{\n  "a": [],\n  "b": { "c": 1 }\n}';
const long = Array.from({ length: 20 }, (_, index) => `CODE_${index}`);
const nested = '{\n  "list": [\n    {\n      "a": 1\n    },\n    { "b": 2 }\n  ],\n  "deep": {\n    "list": []\n  }\n}';
cases.push(
  ["a simple value stays on its line", lines, { op: "add", path: "/a/-", value: { kind: "x", percent: "100" } }, '{\n  "a": [{ "kind": "x", "percent": "100" }],\n  "b": { "c": 1 }\n}'],
  [
    "a value with parts of their own has lines",
    lines,
    { op: "add", path: "/a/-", value: { name: "N", list: [], rule: {} } },
    '{\n  "a": [\n    {\n      "name": "N",\n      "list": [],\n      "rule": {}\n    }\n  ],\n  "b": { "c": 1 }\n}',
  ],
  ["a line that is no longer simple is set out", lines, { op: "add", path: "/b/d", value: { e: 1 } }, '{\n  "a": [],\n  "b": {\n    "c": 1,\n    "d": { "e": 1 }\n  }\n}'],
  ["a line that is too long is set out", lines, { op: "replace", path: "/a", value: long }, `{\n  "a": [\n${long.map((code) => `    "${code}"`).join(",\n")}\n  ],\n  "b": { "c": 1 }\n}`],
  ["numbers stay as they are written", '{\n  "a": [1.50]\n}', { op: "add", path: "/a/-", value: { b: {} } }, '{\n  "a": [\n    1.50,\n    {\n      "b": {}\n    }\n  ]\n}'],
  ["a text on one line keeps it", '{"a":[]}', { op: "add", path: "/a/-", value: { b: { c: long } } }, `{"a":[{ "b": { "c": ${JSON.stringify(long).replaceAll(",", ", ")} } }]}`],
  ["move down in a list", list, { op: "move", from: "/list/0", path: "/list/1" }, '{\n  "list": [\n    "B",\n    "A",\n    "C"\n  ]\n}'],
  ["move to the end", list, { op: "move", from: "/list/0", path: "/list/2" }, '{\n  "list": [\n    "B",\n    "C",\n    "A"\n  ]\n}'],
  ["move to another list, further in", nested, { op: "move", from: "/list/0", path: "/deep/list/0" }, '{\n  "list": [\n    { "b": 2 }\n  ],\n  "deep": {\n    "list": [\n      {\n        "a": 1\n      }\n    ]\n  }\n}'],
  ["copy next to it", nested, { op: "copy", from: "/list/0", path: "/list/1" }, nested.replace('    {\n      "a": 1\n    },\n', '    {\n      "a": 1\n    },\n    {\n      "a": 1\n    },\n')],
  ["leave alone what would move into itself", nested, { op: "move", from: "/deep", path: "/deep/list/0" }, null],
);

for (const [name, text, operation, expected] of cases) test(name, () => assert.equal(patched(text, operation), expected));

test("several operations apply one after the other", () => {
  const removeFirst = { op: "remove", path: "/0" };
  assert.equal(patched("[1, 2, 3]", removeFirst, removeFirst, { op: "replace", path: "/0", value: 4 }), "[4]");
});

/** Numbers that look random and are the same in every run. */
function dice(seed) {
  return (sides) => (seed = (seed * 48271) % 2147483647) % sides;
}

/** A random value, its places, and a text of it with random blanks. */
function randomDocument(roll) {
  const blanks = () => ["", "", " ", "\n  ", "\r\n", "\t"][roll(6)];
  const places = [];
  const make = (depth, pointer) => {
    if (pointer) places.push(pointer);
    const kind = depth > 3 ? 2 : roll(3);
    if (kind === 2) {
      const scalar = ["x", "é😀", 1, -2.5, true, null][roll(6)];
      return [scalar, JSON.stringify(scalar)];
    }
    const parts = Array.from({ length: roll(4) }, (_, index) => {
      const name = kind === 0 ? `${["a", "b/c", "~", "😀"][index]}` : String(index);
      const [value, text] = make(depth + 1, `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`);
      return [name, value, (kind === 0 ? `${JSON.stringify(name)}${blanks()}:${blanks()}` : "") + text];
    });
    const inner = parts.map(([, , text]) => `${blanks()}${text}${blanks()}`).join(",") || blanks();
    return kind === 0 ? [Object.fromEntries(parts), `{${inner}}`] : [parts.map(([, value]) => value), `[${inner}]`];
  };
  const [value, text] = make(0, "");
  return { value, text, places };
}

/** The same operation on the value, the plain way. */
function applyToValue(value, { op, path, value: given }) {
  const names = path.split("/").slice(1).map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = names.pop();
  const result = structuredClone(value);
  const parent = names.reduce((at, name) => at[name], result);
  if (op === "replace") parent[last] = given;
  else if (Array.isArray(parent)) parent.splice(Number(last), op === "remove" ? 1 : 0, ...(op === "add" ? [given] : []));
  else if (op === "remove") delete parent[last];
  else parent[last] = given;
  return result;
}

test("on 3,000 random documents with random blanks, the text says what the patched value is", () => {
  const roll = dice(7);
  let tried = 0;
  while (tried < 3000) {
    const { value, text, places } = randomDocument(roll);
    if (places.length === 0) continue;
    tried += 1;
    assert.deepEqual(JSON.parse(text), value);
    const operation = { op: ["replace", "remove", "add"][roll(3)], path: places[roll(places.length)], value: ["new", 7, { n: [1] }][roll(3)] };
    const after = patched(text, operation);
    assert.deepEqual(JSON.parse(after), applyToValue(value, operation), `${JSON.stringify(operation)} on ${text}`);
    const [edit] = patchText(text, [operation]);
    const longest = operation.op === "remove" ? text.length : JSON.stringify(operation.value).length + 40;
    assert.ok(edit.text.length <= longest, "the edit stays small");
  }
});

const layout = await build({
  entryPoints: [fileURLToPath(new URL("../../www/src/kit/json/layout.ts", import.meta.url))],
  bundle: true,
  format: "esm",
  write: false,
});
const { formatJson } = await import(`data:text/javascript,${encodeURIComponent(layout.outputFiles[0].text)}`);

test("a text is set out with the same value, once and for all", () => {
  const roll = dice(11);
  for (let tried = 0; tried < 1000; tried += 1) {
    const { value, text } = randomDocument(roll);
    const formatted = formatJson(text);
    assert.deepEqual(JSON.parse(formatted), value);
    assert.equal(formatJson(formatted), formatted);
  }
  assert.equal(formatJson('{"a": 1.50e0, "a": "\\u00e9"}'), '{ "a": 1.50e0, "a": "\\u00e9" }\n');
  assert.equal(formatJson('{"a": 1,}'), null);
});

test("the example is set out as its author did, but for long lists", async () => {
  const example = await readFile(new URL("../../examples/coverage.json", import.meta.url), "utf8");
  const formatted = formatJson(example);
  const same = formatted.split("\n").filter((line) => example.includes(`${line}\n`)).length;
  assert.ok(same > 0.8 * formatted.split("\n").length, `${same} of ${formatted.split("\n").length} lines`);
});

const reread = await build({
  stdin: {
    contents: 'export * from "./json/reread"; export { readTree } from "./json/tree"; export { patchedApart } from "../features/catalogue/edits";',
    resolveDir: fileURLToPath(new URL("../../www/src/kit", import.meta.url)),
    loader: "ts",
  },
  bundle: true,
  format: "esm",
  write: false,
});
const { treeAfter, readTree, patchedApart } = await import(`data:text/javascript;base64,${Buffer.from(reread.outputFiles[0].text).toString("base64")}`);

test("the tree after an edit, of any place and with any text, is that of the whole text read again", () => {
  const roll = dice(13);
  let [tried, wrong] = [0, 0];
  while (tried < 3000) {
    const { text } = randomDocument(roll);
    const start = roll(text.length + 1);
    const edit = { start, end: Math.min(text.length, start + roll(5)), text: ["", "1", ", 2", '"a"', "{}", "]", ' "b": [1]', "}, {"][roll(8)] };
    const after = applyEdits(text, [edit]);
    const expected = readTree(after);
    tried += 1;
    if (expected.stop) wrong += 1;
    assert.deepEqual(treeAfter(readTree(text), after, edit), expected, `${JSON.stringify(edit)} on ${text}`);
  }
  assert.ok(wrong > 200 && tried - wrong > 200, `${wrong} of ${tried} are no JSON`);
});

test("operations apart: the only entry of a list gives way to another", () => {
  const swap = [{ op: "remove", path: "/a/0/ids/0" }, { op: "add", path: "/a/0/ids/-", value: 2 }];
  for (const [text, expected] of [['{"a":[{"ids":[1]}]}', '{"a":[{"ids":[2]}]}'], ['{"a":[{"ids":[1, 3]}]}', '{"a":[{"ids":[3, 2]}]}']]) {
    assert.equal(patchedApart(text, swap, readTree(text)), expected);
  }
});

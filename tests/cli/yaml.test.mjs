// Laws of YAML: a text says what the library says, each place is where the value is, and a fix changes nothing else.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { parse, stringify } from "yaml";

const folder = mkdtempSync(join(tmpdir(), "yaml-"));
after(() => rmSync(folder, { recursive: true }));
const options = { bundle: true, platform: "node", format: "esm", external: ["care-coverage/*"], logLevel: "error", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } };
await build({ ...options, entryPoints: { yaml: "cli/src/yaml/index.ts", patch: "cli/src/kit/patch.ts", mapped: "cli/src/lsp/mapped.ts" }, outdir: folder, outExtension: { ".js": ".mjs" } });
const { readYaml, scalarText, setOutYaml, yamlEdits } = await import(pathToFileURL(join(folder, "yaml.mjs")).href);
const { patched } = await import(pathToFileURL(join(folder, "patch.mjs")).href);

const { Mapped } = await import(pathToFileURL(join(folder, "mapped.mjs")).href);

const text = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }).filter((one) => one.isWellFormed()), fc.constantFrom("", "true", "null", "~", "1", "01", "- a", "a: b", "#", "é", "\ta", "x\ny", " a ", "0x1F", "2026-01-01", "<<", "=", "&a", "*a", "!t", "A".repeat(100)));
const scalar = fc.oneof(text, fc.integer(), fc.double({ noDefaultInfinity: true, noNaN: true }).map((one) => one + 0), fc.boolean(), fc.constant(null));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: "small" }, scalar, fc.array(tie("value"), { maxLength: 4 }), fc.dictionary(text.filter((key) => key !== "__proto__"), tie("value"), { maxKeys: 4 })),
}));
const layout = fc.record({
  indent: fc.constantFrom(1, 2, 4), indentSeq: fc.boolean(), lineWidth: fc.constantFrom(0, 20, 80),
  defaultStringType: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL"), collectionStyle: fc.constantFrom("any", "flow"),
});
const plain = (one) => JSON.parse(JSON.stringify(one));

test("a text says what the library says", () => {
  fc.assert(fc.property(value, layout, (said, how) => {
    const source = stringify(said, how);
    const { json, problems } = readYaml(source);
    assert.deepEqual(problems, []);
    assert.deepEqual(JSON.parse(json), plain(parse(source)));
  }), { numRuns: 2_000 });
});

test("each value is at its place", () => {
  fc.assert(fc.property(value, layout, (said, how) => {
    const source = stringify(said, { ...how, lineWidth: 0, defaultStringType: how.defaultStringType === "BLOCK_LITERAL" ? "PLAIN" : how.defaultStringType });
    const { json, places } = readYaml(source);
    for (const [range, { start, end }] of places) {
      const [from, to] = range.split(":").map(Number);
      const written = json.slice(from, to);
      if (!/^["\d-]|^(true|false|null)$/.test(written)) continue;
      const there = source.slice(start, end);
      if (/^[|>]/.test(there)) continue;
      const back = parse(there === "" ? "null" : there);
      assert.ok(Object.is(JSON.stringify(back), written) || Number(written) === back || JSON.parse(written) === String(there), `${written} at ${there}`);
    }
  }), { numRuns: 1_000 });
});

test("numbers are as they are written", () => {
  const numbers = { 1: "1", "1.50": "1.50", "0150.50": "150.50", "+7": "7", ".5": "0.5", "5.": "5", "-0": "-0", "0x1F": "31", "0o17": "15", "1e3": "1e3", "00": "0", "12345678901234567890.123": "12345678901234567890.123" };
  for (const [source, json] of Object.entries(numbers)) assert.equal(readYaml(source).json, json, source);
  for (const source of [".inf", "-.inf", ".nan"]) assert.equal(readYaml(source).problems[0].code, "NO_JSON_NUMBER", source);
});

test("aliases that grow without end, or contain themselves, are refused in time", () => {
  const bomb = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]", ...Array.from({ length: 12 }, (_, level) => `b${level}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(", ")}]`)].join("\n");
  assert.equal(readYaml(bomb).problems[0].code, "TOO_LARGE");
  assert.equal(readYaml("&a [*a]").problems[0].code, "ALIAS_OF_ITSELF");
  assert.equal(readYaml("a: &a { b: 1 }\nc: *a").json, '{"a":{"b":1},"c":{"b":1}}');
  assert.ok(readYaml(`${"[".repeat(5_000)}${"]".repeat(5_000)}`).problems.length > 0);
  assert.ok(readYaml("[".repeat(200_000)).problems.length > 0);
});

test("a fix changes what it says and nothing else; comments stay", () => {
  const source = "# head\na: 1 # one\nb:\n  - x # first\n  - y\nc: { d: 'e', f: g }\n";
  const made = (...steps) => {
    const edits = yamlEdits(source, readYaml(source), steps);
    return edits && edits.reduceRight((changed, { start, end, text }) => changed.slice(0, start) + text + changed.slice(end), source);
  };
  assert.equal(made({ op: "replace", path: "/a", value: 2 }), source.replace("a: 1", "a: 2"));
  assert.equal(made({ op: "replace", path: "/c/d", value: "h" }), source.replace("'e'", "'h'"));
  assert.equal(made({ op: "remove", path: "/b/0" }), source.replace("  - x # first\n", ""));
  assert.equal(made({ op: "remove", path: "/c/d" }), source.replace("d: 'e', ", ""));
  assert.equal(made({ op: "remove", path: "/c/f" }), source.replace(", f: g", ""));
  assert.equal(made({ op: "add", path: "/version", value: 1 }), `${source}version: 1\n`);
  assert.equal(made({ op: "add", path: "/c/h", value: {} }), source.replace("f: g", "f: g, h: {}"));
  assert.equal(made({ op: "move", from: "/b", path: "/bb" }), source.replace("b:", "bb:"));
  assert.equal(made({ op: "replace", path: "/none", value: 2 }), null);
});

test("set out anew it says the same, and is set out", () => {
  fc.assert(fc.property(value, layout, (said, how) => {
    const source = stringify(said, how);
    const before = readYaml(source);
    const { json } = before;
    const text = setOutYaml(before);
    assert.equal(readYaml(text).json, json);
    assert.equal(setOutYaml(readYaml(text)), text);
  }), { numRuns: 1_000 });
});

test("any fix of a value says what the patch says, or is left", () => {
  fc.assert(fc.property(value, layout, scalar, fc.nat(), fc.constantFrom("replace", "remove", "add"), (said, how, put, which, op) => {
    const source = stringify(said, how);
    const yaml = readYaml(source);
    const paths = [];
    const walk = (one, path) => {
      paths.push(path);
      if (one !== null && typeof one === "object") for (const [key, inner] of Object.entries(one)) walk(inner, `${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    };
    const before = plain(parse(source));
    walk(before, "");
    const path = paths[which % paths.length];
    const step = op === "remove" ? { op, path } : { op, path: op === "add" ? `${path}/new` : path, value: plain(put) };
    const edits = yamlEdits(source, yaml, [step]);
    if (edits === null) return;
    const changed = edits.reduceRight((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), source);
    assert.deepEqual(plain(parse(changed)), patched(before, [step]).value);
  }), { numRuns: 1_000 });
});

test("what an editor asks at a place of YAML is asked at that of JSON, and a text that it puts there is put there only", () => {
  let put = 0;
  fc.assert(fc.property(value, layout, text, fc.nat(), (said, how, name, which) => {
    const source = stringify(said, how);
    const yaml = readYaml(source);
    const mapped = new Mapped(source, yaml.json, yaml);
    const pairs = [...yaml.places].map(([range, place]) => ({ range: range.split(":").map(Number), place })).filter(({ range: [start] }) => !"[{".includes(yaml.json[start]));
    if (pairs.length === 0) return;
    const { range: [start, end], place } = pairs[which % pairs.length];
    const at = mapped.at(place.start);
    // An empty value begins where its key ends.
    if (place.end > place.start) assert.deepEqual([at.pair.json.start, at.pair.json.end], [start, end]);
    assert.ok(at.offset >= at.pair.json.start && at.offset <= at.pair.json.end);
    assert.deepEqual(mapped.placeOf({ start, end }), place);
    if (yaml.json[start] !== '"') return;
    const written = mapped.textOf({ start, end, text: JSON.stringify(name) });
    if (written === null) return assert.ok(/\n/.test(source.slice(place.start, place.end)));
    assert.equal(written.text, name);
    const first = source[place.start];
    const type = first === "'" ? "QUOTE_SINGLE" : first === '"' ? "QUOTE_DOUBLE" : "PLAIN";
    const changed = readYaml(`${source.slice(0, place.start)}${scalarText(name, type)}${source.slice(place.end)}`);
    // A key that is there already, or is too long to be one, is a problem of the text.
    if (changed.json === null) return assert.ok(changed.problems.every(({ code }) => ["DUPLICATE_KEY", "KEY_OVER_1024_CHARS"].includes(code)), JSON.stringify(changed.problems));
    assert.equal(changed.json, `${yaml.json.slice(0, start)}${JSON.stringify(name)}${yaml.json.slice(end)}`);
    put += 1;
  }), { numRuns: 2_000, examples: [[{ "": "", "- a": [] }, { indent: 1, indentSeq: false, lineWidth: 0, defaultStringType: "BLOCK_LITERAL", collectionStyle: "any" }, "", 2]] });
  assert.ok(put > 300, `${put} texts`);
});

// The linter over a git repository of its own: good, accepted, fixable and broken coverages.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, beforeEach, test } from "node:test";

const LINTER = resolve("examples/ci-linter/lint.mjs");
const example = (name) => readFileSync(`examples/${name}`, "utf8");
const rule = '"coverage_rule": { "components": [{ "kind": "brss_percent", "percent": "150" }] }';
const coverage = (guarantee, version = 1) => `{
  "name": "ONE",
  "version": ${version},
  "guarantees": [
    ${guarantee}
  ]
}
`;
const guarantee = (name, codes, filter = "{}") => `{ "name": "${name}", "care_type_mappings": [{ "selector": { "include_care_types": ${codes} }, "filter": ${filter} }], ${rule} }`;
const GOOD = coverage(guarantee("VISITS", '["GP_VISIT"]'));

let folder;
const folders = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lint-"));
  folders.push(folder);
  mkdirSync(join(folder, "coverages/sub folder"), { recursive: true });
  execFileSync("git", ["init", "--quiet", folder]);
  write("catalog.json", example("catalog.json"));
  write("coverages/GOOD.json", GOOD);
});
after(() => folders.forEach((made) => rmSync(made, { recursive: true })));

const write = (name, text) => writeFileSync(join(folder, name), text);
const read = (name) => readFileSync(join(folder, name), "utf8");
function lint(...given) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [LINTER, ...given], { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}
const codesIn = (text) => Array.from(text.matchAll(/^(?:error|warning|info)\[(\w+)\]/gm), ([, code]) => code);

test("good coverages are said nothing of, also those whose findings are accepted", () => {
  write("coverages/CONFORT.json", example("coverage.json"));
  write("coverages/CONFORT.accept.json", example("coverage.accept.json"));
  assert.deepEqual(lint(), { status: 0, stdout: "", stderr: "" });
  assert.deepEqual(lint("--format", "github"), { status: 0, stdout: "", stderr: "" });
  rmSync(join(folder, "coverages/CONFORT.accept.json"));
  const { status, stdout } = lint();
  assert.equal(status, 1);
  assert.ok(codesIn(stdout).includes("gap"));
});

test("what is wrong is shown with its line, in the files that git has or would take", () => {
  write("coverages/sub folder/é.json", coverage(guarantee("VISITS", '["GP_VISTI"]')));
  write("coverages/ignored.json", "no JSON");
  write("elsewhere.json", "no JSON");
  write(".gitignore", "ignored.json\n");
  execFileSync("git", ["add", "coverages/GOOD.json"], { cwd: folder });
  const { status, stdout, stderr } = lint();
  assert.deepEqual([status, stderr, codesIn(stdout)], [1, "", ["unknown_care_type"]]);
  const [, place, , line, mark] = stdout.split("\n");
  assert.match(place, /^ *--> coverages\/sub folder\/é\.json:5:\d+$/);
  assert.equal(line.slice(mark.indexOf("^"), mark.lastIndexOf("^") + 1), '"GP_VISTI"');
  assert.equal(lint("coverages/*.json").status, 0);
  rmSync(join(folder, "coverages/GOOD.json"));
  assert.equal(lint("coverages/*.json").status, 2, "git has it, but it is gone");
});

test("an info is shown, and is no failure", () => {
  write("coverages/GOOD.accept.json", '{ "accept": [{ "code": "gap", "reason": "there is none" }] }');
  const { status, stdout } = lint();
  assert.deepEqual([status, codesIn(stdout)], [0, ["stale_acceptance"]]);
  assert.match(lint("--format", "github").stdout, /^::notice file=coverages\/GOOD\.json,line=\d+,col=\d+,title=stale_acceptance::.+\n$/);
});

test("fixes keep the layout, and names are left to people", () => {
  const broken = (name, version, codes) => coverage(`${guarantee(name, codes, '{ "allowed_treatment_modes" : [ "3" ] }').replace("GP_VISIT", "HOSPITAL_STAY")}`, version);
  write("coverages/FIX.json", broken("visits", 0, '[ "GP_VISTI" ]'));
  const before = lint();
  assert.equal(before.status, 1);
  assert.equal(read("coverages/FIX.json"), broken("visits", 0, '[ "GP_VISTI" ]'), "without --fix nothing is written");
  const { status, stdout } = lint("--fix");
  assert.deepEqual([status, codesIn(stdout)], [1, ["unknown_care_type"]]);
  assert.equal(read("coverages/FIX.json"), broken("VISITS", 1, '[ "GP_VISTI" ]').replace('"3"', '"03"'));
  write("coverages/FIX.json", `\ufeff${GOOD.replace('"version": 1', '"version": 0').replaceAll("\n", "\r\n")}`);
  assert.deepEqual(lint("--fix"), { status: 0, stdout: "", stderr: "" });
  assert.equal(read("coverages/FIX.json"), `\ufeff${GOOD.replaceAll("\n", "\r\n")}`);
  assert.equal(read("coverages/GOOD.json"), GOOD);
});

test("a file that is no JSON, or no UTF-8, is a finding, and is never written", () => {
  const bytes = Buffer.concat([Buffer.from('{ "version": 0, "name": "'), Buffer.from([0xff]), Buffer.from('", "guarantees": [] }')]);
  write("coverages/BYTES.json", bytes);
  write("coverages/EMPTY.json", "");
  const { status, stdout } = lint("--fix");
  assert.equal(status, 1);
  assert.deepEqual(codesIn(stdout).filter((code) => code === "invalid_json").length, 2);
  assert.deepEqual(readFileSync(join(folder, "coverages/BYTES.json")), bytes);
});

test("GitHub reads each finding at its line, whatever is in it", () => {
  write("coverages/a,b:100%.json", coverage(guarantee("VISITS", '["100%\\n::error::"]')));
  const { status, stdout } = lint("--format", "github");
  assert.equal(status, 1);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, 1, stdout);
  assert.match(lines[0], /^::error file=coverages\/a%2Cb%3A100%25\.json,line=5,col=\d+,title=unknown_care_type::.*100%25/);
});

for (const [what, [arguments_, prepare, said]] of Object.entries({
  "an unknown option": [["--fixx"], () => {}, /fixx/],
  "an unknown format": [["--format", "toString"], () => {}, /text, github/],
  "no file": [["nothing/*.json"], () => {}, /no coverage/],
  "no catalogue": [["--catalog", "none.json"], () => {}, /none\.json/],
  "a catalogue that is broken": [[], () => write("catalog.json", '{ "care_type_groups": [],\n "internal_care_types": [{ "id": 1 }] }'), /catalog\.json:2:\d+/],
  "acceptances that are no JSON": [[], () => write("coverages/GOOD.accept.json", "{"), /GOOD\.accept\.json: /],
  "acceptances of an unknown code": [[], () => write("coverages/GOOD.accept.json", '{ "accept": [{ "code": "gapp", "reason": "so" }] }'), /GOOD\.accept\.json: .*gapp.*gap/],
  "a folder that is no repository": [[], () => rmSync(join(folder, ".git"), { recursive: true }), /not a git repository/],
})) {
  test(`${what} is said, with exit code 2`, () => {
    prepare();
    const { status, stdout, stderr } = lint(...arguments_);
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, said);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
}

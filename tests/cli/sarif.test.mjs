// What is written as SARIF is SARIF by its schema (of OASIS, SARIF 2.1.0), and its places are those of the text.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { program } from "./install.mjs";

const folder = mkdtempSync(join(tmpdir(), "sarif-"));
after(() => rmSync(folder, { recursive: true }));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
// Of draft 4, whose keywords here mean the same in draft 7.
const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync("tests/cli/sarif-schema-2.1.0.json", "utf8"));
const isSarif = ajv.compile(schema);

const YAML = `name: ONE # é
version: 0
guarantees:
  - name: VISITS
    care_type_mappings:
      - selector: { include_care_types: [GP_VISTI, é𝄞] }
        filter: {}
    coverage_rule: { components: [{ kind: brss_percent, percent: "150" }] }
  - name: VISITS
    care_type_mappings: []
    coverage_rule: { components: [{ kind: brss_percent, percent: "150" }] }
`;

test("the log is valid, and each region is what is wrong", () => {
  mkdirSync(join(folder, "coverages/a folder"), { recursive: true });
  copyFileSync("examples/catalog.json", join(folder, "catalog.json"));
  copyFileSync("examples/coverage.json", join(folder, "coverages/CONFORT.json"));
  writeFileSync(join(folder, "coverages/a folder/é.yaml"), YAML);
  const { status, stdout } = spawnSync(process.execPath, [program, "check", "--format", "sarif", "--quiet"], { cwd: folder, encoding: "utf8" });
  assert.equal(status, 1);
  const log = JSON.parse(stdout);
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
  const [{ results, tool, artifacts }] = log.runs;
  assert.deepEqual(artifacts.map(({ location }) => location.uri), ["coverages/CONFORT.json", "coverages/a%20folder/%C3%A9.yaml"]);
  const ofYaml = results.filter(({ locations: [{ physicalLocation: at }] }) => at.artifactLocation.uri.endsWith(".yaml"));
  const lines = YAML.split("\n");
  const marked = ofYaml.map(({ ruleId, locations: [{ physicalLocation: { region } }] }) => {
    const text = YAML.slice(region.charOffset, region.charOffset + region.charLength);
    assert.equal(lines[region.startLine - 1].slice(region.startColumn - 1, region.endColumn - 1), text);
    return [ruleId, text];
  });
  assert.deepEqual(marked, [["version_below_one", "0"], ["unknown_care_type", "GP_VISTI"], ["unknown_care_type", "é𝄞"], ["duplicate_guarantee", "VISITS"], ["no_mapping", "care_type_mappings"]]);
  const duplicate = ofYaml.find(({ ruleId }) => ruleId === "duplicate_guarantee");
  assert.equal(duplicate.relatedLocations[0].physicalLocation.region.startLine, 4);
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex].id, ruleId);
});

test("without a finding it is valid, too", () => {
  writeFileSync(join(folder, "good.yaml"), "name: ONE\nversion: 1\nguarantees: []\n");
  const args = [program, "check", "good.yaml", "--format", "sarif", "--quiet"];
  const log = JSON.parse(execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8" }));
  assert.ok(isSarif(log), JSON.stringify(isSarif.errors));
  assert.equal(log.runs[0].results.length, 1, "no_guarantee");
});

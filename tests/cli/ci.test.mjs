// The repository of examples/ci: what its action and its hooks run says nothing of it as it is, and stops what should be stopped.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { parse } from "yaml";
import { bin } from "./install.mjs";

const EXAMPLE = "examples/ci";
const read = (name) => readFileSync(join(EXAMPLE, name), "utf8");
const { steps } = parse(read(".github/actions/care-coverage/action.yml")).runs;
const hooks = parse(read(".pre-commit-config.yaml")).repos.flatMap(({ hooks }) => hooks);

const folders = [];
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ci-"));
  folders.push(folder);
  cpSync(EXAMPLE, folder, { recursive: true });
  const git = (...given) => execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", ...given], { cwd: folder });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "one");
});
after(() => folders.forEach((made) => rmSync(made, { recursive: true })));

/** Each step of the action but the installation, as the host runs it: the first that fails ends it. */
function run() {
  const summary = join(folder, "..", `${folder.split("/").at(-1)}.md`);
  writeFileSync(summary, "");
  const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: "C.UTF-8", GITHUB_STEP_SUMMARY: summary, BASE: "HEAD" };
  try {
    for (const { name, run: script } of steps.filter(({ name }) => name !== "Install")) {
      const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], { cwd: folder, env, encoding: "utf8" });
      if (status !== 0) return { failed: name, status, said: stdout + stderr };
    }
    return { failed: null, summary: readFileSync(summary, "utf8") };
  } finally {
    rmSync(summary);
  }
}
const change = (name, from, to) => {
  const text = readFileSync(join(folder, name), "utf8");
  assert.ok(text.includes(from), from);
  writeFileSync(join(folder, name), text.replace(from, to));
};

test("nothing is said of the repository as it is", () => {
  assert.deepEqual(run(), { failed: null, summary: "# What changes for members\n\nNo coverage has changed.\n" });
});

test("the hooks run the same program", () => {
  for (const { entry } of hooks) {
    const [, command] = /^npx --yes care-coverage-cli (.+)$/.exec(entry);
    const { status } = spawnSync("bash", ["-c", `care-coverage ${command}`], { cwd: folder, env: { PATH: `${bin}:${process.env.PATH}` } });
    assert.equal(status, 0, command);
  }
});

test("a wrong code is an annotation of its line", () => {
  change("coverages/BASIC.yaml", "[DOCTORS]", "[DOCTOR]");
  const { failed, status, said } = run();
  assert.deepEqual([failed, status], ["Check", 1]);
  assert.match(said, /^::error file=coverages\/BASIC\.yaml,line=14,col=48,title=unknown_care_type_group::/m);
});

test("a gap that nobody meant stops a change", () => {
  change("care-coverage.config.yaml", "max: 17", "max: 15");
  const { failed, said } = run();
  assert.equal(failed, "Check");
  assert.match(said, /title=gap::/);
});

test("a layout stops a change", () => {
  change("coverages/BASIC.yaml", "version: 3", "version:   3");
  assert.equal(run().failed, "Layout");
});

test("a changed amount is seen by a test, and once the test says it, the summary has it in euros", () => {
  change("coverages/BASIC.yaml", '"250"', '"200"');
  const { failed, said } = run();
  assert.equal(failed, "Test");
  assert.match(said, /amounts\.complementary: expected 228\.00, got 168\.00/);
  change("coverages/BASIC.coverage-test.yaml", '"228.00", out_of_pocket: "239.00"', '"168.00", out_of_pocket: "299.00"');
  change("coverages/BASIC.yaml", "version: 3", "version: 4");
  const { failed: none, summary } = run();
  assert.equal(none, null);
  assert.match(summary, /version 3 → 4\n/);
  assert.match(summary, /\| `DENTAL_CARE` \| 250 % BR, Sécu included \| 200 % BR, Sécu included \|/);
  assert.match(summary, /\*\*€\d+\.\d\d → €\d+\.\d\d\*\*/);
});

test("an agreement that is not kept any more stops a change", () => {
  change("coverages/BASIC.yaml", 'ticket_moderateur, percent: "100"', 'ticket_moderateur, percent: "50"');
  const { failed, said } = run();
  assert.equal(failed, "Test");
  assert.match(said, /requirements of agreement/);
});

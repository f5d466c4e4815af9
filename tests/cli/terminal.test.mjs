// What a terminal gets, and nothing else does: how far a call is, on one line that is gone at the end, and colours.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { claimsExample } from "../../examples/claims/claims-example.mjs";
import { bin } from "./install.mjs";
import { atTerminal } from "./transcript.mjs";

const folder = mkdtempSync(join(tmpdir(), "terminal-"));
after(() => rmSync(folder, { recursive: true }));
const path = (name) => join(folder, name);
mkdirSync(path("coverages"));
const example = (name) => readFileSync(`examples/${name}`, "utf8");
writeFileSync(path("catalog.json"), example("catalog.json"));
writeFileSync(path("coverages/A.json"), example("coverage.json"));
const parts = [];
for await (const part of claimsExample({ rows: 60_000, seed: 1 })) parts.push(Buffer.from(part));
writeFileSync(path("claims.csv"), Buffer.concat(parts));

const env = { PATH: `${bin}:${process.env.PATH}`, HOME: folder, LANG: "C.UTF-8" };
const STEP = /\r\u001b\[K([\d,\u202f\u00a0 ]+) (?:rows|lignes) {2}(\d+) %/g;
/** What is on the terminal in the end. */
const shown = (said) => said.split("\n").map((line) => line.split("\r\u001b[K").at(-1)).join("\n");

for (const [language, summary] of [["en", /^60,000 rows: /], ["fr", /^60[\u202f\u00a0 ]000 lignes : /]]) {
  for (const command of ["evaluate", "reimburse", "simulate"]) {
    test(`${command} says on a terminal how far it is, and takes that away (${language})`, () => {
      const { status, said } = atTerminal(`care-coverage ${command} claims.csv --out answer.json --workers 1 --language ${language}`, { cwd: folder, env });
      assert.equal(status, 0, said);
      const steps = [...said.matchAll(STEP)].map(([, rows, percent]) => [Number(rows.replace(/\D/g, "")), Number(percent)]);
      assert.ok(steps.length > 0, JSON.stringify(said.slice(0, 300)));
      for (const [position, [rows, percent]] of steps.entries()) {
        assert.ok(rows > 0 && rows <= 60_000 && percent <= 100);
        if (position > 0) assert.ok(rows >= steps[position - 1][0] && percent >= steps[position - 1][1]);
      }
      const left = shown(said).trimEnd().split("\n");
      assert.match(left.at(-1), summary);
      // Names of columns that are not read, and nothing else.
      assert.equal(left.length, command === "evaluate" ? 2 : 1, left.join("\n"));
    });
  }
}

test("where the answer comes to the terminal as it is found, it is not mixed with that", () => {
  const { said } = atTerminal("care-coverage evaluate claims.csv", { cwd: folder, env });
  assert.ok(!/[\r\u001b]/.test(said));
  // With a header, the columns that are not read, and the summary.
  assert.equal(said.trimEnd().split("\n").length, 60_003);
});

/** A session of its own, without a terminal that it could find. */
function alone(given, more = {}) {
  const child = spawn(join(bin, "care-coverage"), given, { cwd: folder, env: { ...env, ...more }, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, said })));
}

test("without a terminal there is nothing that moves or colours, in both languages, whatever the environment says of one", async () => {
  writeFileSync(path("wrong.json"), '{ "name": "A", "version": 0, "guarantees": [] }');
  const calls = [["check", "wrong.json"], ["check", "wrong.json", "--format", "github"], ["evaluate", "claims.csv", "--out", "answer.csv"], ["reimburse", "claims.csv", "--out", "answer.csv"], ["explain", "gap"], ["--help"], ["check", "--help"], ["nope"]];
  for (const more of [{}, { TERM: "xterm-256color", COLUMNS: "40" }]) {
    for (const LANG of ["C.UTF-8", "fr_FR.UTF-8"]) {
      for (const call of calls) {
        const { status, said } = await alone(call, { ...more, LANG });
        assert.ok([0, 1, 2].includes(status), said);
        assert.ok(said.length > 0 && !/[\r\u001b]/.test(said), `${call.join(" ")}: ${JSON.stringify(said.slice(0, 200))}`);
      }
    }
  }
});

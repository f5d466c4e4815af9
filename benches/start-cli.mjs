// How long does `care-coverage check` of one file take, more than a Node that does nothing? Prints medians, the ratio and the goal.
//
//   node benches/start-cli.mjs
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const ROUNDS = 31;
const GOAL = 150;

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = path("../target/start-cli/");
rmSync(folder, { recursive: true, force: true });
mkdirSync(`${folder}node_modules`, { recursive: true });
cpSync(path("../pkg"), `${folder}node_modules/care-coverage`, { recursive: true });
cpSync(path("../cli/dist"), `${folder}node_modules/care-coverage-cli`, { recursive: true });
cpSync(path("../examples/ci"), folder, { recursive: true });
mkdirSync(`${folder}json`);
for (const name of ["catalog.json", "coverage.json"]) cpSync(path(`../examples/${name}`), `${folder}json/${name}`);
writeFileSync(`${folder}json/small.json`, '{ "name": "SMALL", "version": 1, "guarantees": [] }');
writeFileSync(`${folder}json/care-coverage.config.json`, "{}");

const program = "../node_modules/care-coverage-cli/cli.js";
const CALLS = {
  "nothing": ["json", "-e", "0"],
  "--version": ["json", program, "--version"],
  "check of JSON, no guarantees": ["json", program, "check", "small.json"],
  "check of JSON, 18 guarantees, 22 warnings": ["json", program, "check", "coverage.json"],
  "check of YAML, configuration in YAML": [".", program.slice(3), "check", "coverages/BASIC.yaml"],
};

/** Every call in turn, so that what else the machine does falls on all of them. */
const times = Object.fromEntries(Object.keys(CALLS).map((name) => [name, []]));
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [name, [inside, ...given]] of Object.entries(CALLS)) {
    const start = performance.now();
    execFileSync(process.execPath, given, { cwd: folder + inside, stdio: "ignore", env: { PATH: process.env.PATH, LANG: "C.UTF-8" } });
    if (round > 0) times[name].push(performance.now() - start);
  }
}

const median = (numbers) => [...numbers].sort((left, right) => left - right)[numbers.length >> 1];
const nothing = times.nothing;
console.log(`Node ${process.version}, ${cpus()[0].model}, medians of ${ROUNDS}; goal of a check: ${GOAL} ms more than nothing`);
for (const [name, taken] of Object.entries(times)) {
  const [more, ratio] = [median(taken.map((time, round) => time - nothing[round])), median(taken.map((time, round) => time / nothing[round]))];
  console.log(`${name.padEnd(44)} ${median(taken).toFixed(0).padStart(5)} ms  ${more.toFixed(0).padStart(5)} ms more  ${ratio.toFixed(2)} times`);
}

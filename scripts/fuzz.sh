#!/usr/bin/env bash
# Fuzzes both doors of validation and those of batches, SECONDS in all, from the shipped example and the golden cases.
#
#   scripts/fuzz.sh SECONDS CARGO_FUZZ_BIN SEED
set -euo pipefail
seconds=$1
export PATH="$2:$PATH"

corpus=target/fuzz-corpus
node - "$corpus" <<'SCRIPT'
// Every payload, selector, filter and act of the golden cases and of the example is a seed.
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { createHash } = require("node:crypto");
const [corpus] = process.argv.slice(2);
const seeds = new Set(["examples/coverage.json", "examples/acts.json"].map((path) => readFileSync(path, "utf8")));
for (const file of readdirSync("tests/cases")) {
  const { cases, coverages = {} } = JSON.parse(readFileSync(`tests/cases/${file}`, "utf8"));
  for (const { args = [], coverage } of cases) {
    for (const value of [...args, coverage]) if (value !== undefined) seeds.add(typeof value === "string" ? value : JSON.stringify(value));
  }
  for (const coverage of Object.values(coverages)) seeds.add(JSON.stringify(coverage));
}
for (const target of ["values", "text"]) {
  mkdirSync(`${corpus}/${target}`, { recursive: true });
  for (const seed of seeds) writeFileSync(`${corpus}/${target}/${createHash("sha1").update(seed).digest("hex")}`, seed);
}
console.log(`fuzz: ${seeds.size} seeds`);

// A text of acts begins with its format and how long the pieces are in which it comes.
const texts = [];
for (const { args: [text, format], call } of JSON.parse(readFileSync("tests/cases/evaluate_text.json", "utf8")).cases) {
  if (call === "evaluateText" && typeof text === "string") texts.push([format === "csv" ? "c" : "n", text]);
}
const acts = JSON.parse(readFileSync("examples/acts.json", "utf8")).map(({ act }) => act);
const fields = [...new Set(acts.flatMap(Object.keys))];
const cell = (value) => (value === undefined ? "" : Array.isArray(value) ? value.join(" ") : String(value));
texts.push(["n", acts.map((act) => JSON.stringify(act)).join("\n")]);
texts.push(["c", [fields, ...acts.map((act) => fields.map((field) => cell(act[field])))].map((cells) => cells.join(",")).join("\n")]);
for (const act of acts) {
  const given = Object.keys(act);
  texts.push(["n", JSON.stringify(act)], ["c", `${given.join(";")}\r\n${given.map((field) => `"${cell(act[field])}"`).join(";")}\r\n`]);
}
mkdirSync(`${corpus}/batches`, { recursive: true });
for (const [format, text] of texts) {
  for (const lengths of ["\0\0", "\x06\x10", "\x7f\x7f"]) {
    const seed = format + lengths + text;
    writeFileSync(`${corpus}/batches/${createHash("sha1").update(seed).digest("hex")}`, seed);
  }
}
console.log(`fuzz: ${texts.length} texts of acts`);
SCRIPT

# cargo-fuzz has no --locked: a lock file that does not fit is refused here.
cargo fetch --locked --quiet --manifest-path fuzz/Cargo.toml
# The engine has no unsafe code, so that no sanitizer is needed, and any toolchain will do.
for target in values text batches; do
  echo "fuzz: $target, $((seconds / 3)) seconds"
  CARGO_TARGET_DIR=target/fuzz cargo fuzz run --sanitizer none "$target" "$corpus/$target" -- \
    -seed="$3" -max_total_time=$((seconds / 3)) -max_len=65536 -print_final_stats=1 -verbosity=0
done

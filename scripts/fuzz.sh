#!/usr/bin/env bash
# Fuzzes both doors of validation, SECONDS in all, from the shipped example and the golden cases.
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
SCRIPT

# The engine has no unsafe code, so that no sanitizer is needed, and any toolchain will do.
for target in values text; do
  echo "fuzz: $target, $((seconds / 2)) seconds"
  CARGO_TARGET_DIR=target/fuzz cargo fuzz run --sanitizer none "$target" "$corpus/$target" -- \
    -seed="$3" -max_total_time=$((seconds / 2)) -max_len=65536 -print_final_stats=1 -verbosity=0
done

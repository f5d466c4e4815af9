// Changes the rules in small ways (mutants), one at a time, and asks whether a test sees it: first the golden cases, which alone go
// through every runtime, then, for what they miss, the laws. Works on a copy of the sources.
//
//   node scripts/mutants.mjs CARGO_MUTANTS all 0/8       every eighth mutant, spread over all files; 0/1 is all
//   node scripts/mutants.mjs CARGO_MUTANTS changed BASE  those in lines that differ from a commit; fails if one survives
//   node scripts/mutants.mjs CARGO_MUTANTS left          those again that the golden cases missed the last time
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { print } from "./mutants-figures.mjs";

const FOLDER = "target/mutants";
/** What is known of each mutant: [{ name, file, source, golden, laws }]. */
const KNOWN = `${FOLDER}/known.json`;
const TESTS = {
  golden: ["--test=conformance"],
  laws: ["--lib", "--test=laws"],
};
const ENVIRONMENT = {
  // Dependencies are built once for all runs.
  golden: { CARGO_TARGET_DIR: resolve(FOLDER, "build") },
  // The laws try the same inputs each time, and keep none from one mutant for the next. Their time is that of the tests, not of the
  // build.
  laws: {
    CARGO_TARGET_DIR: resolve(FOLDER, "build"), CARGO_PROFILE_MUTANTS_OPT_LEVEL: "1",
    PROPTEST_RNG_SEED: "1", PROPTEST_DISABLE_FAILURE_PERSISTENCE: "1", PROPTEST_MAX_SHRINK_ITERS: "0",
  },
};

const [tool, form, of] = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const known = form === "left" ? JSON.parse(readFileSync(KNOWN, "utf8")) : [];
if (form === "changed") writeFileSync(`${FOLDER}/changed.diff`, execFileSync("git", ["diff", "--no-ext-diff", of, "--", "src"]));

const golden = {
  all: () => pass("golden", [`--shard=${of}`, "--sharding=round-robin"]),
  changed: () => pass("golden", [`--in-diff=${FOLDER}/changed.diff`]),
  left: () => again("golden", known.filter(({ golden }) => golden === "missed")),
};
golden[form]();
again("laws", known.filter(({ golden, laws }) => golden === "missed" && laws !== "caught"));

const survivors = print(known);
if (form === "changed" && survivors > 0) process.exit(1);

/** Runs some tests on exactly these mutants. cargo-mutants can leave out what it caught before, and knows no other way for all of
 *  them: fields that are left out escape its regular expressions. */
function again(tests, mutants) {
  if (mutants.length === 0) return;
  const wanted = new Set(mutants.map(({ name }) => name));
  const all = execFileSync(tool, ["mutants", "--list", "--colors=never"], { encoding: "utf8" }).split("\n");
  pass(tests, ["--iterate"], all.filter((name) => !wanted.has(name)).join("\n"));
}

/** Runs some tests on some mutants, and adds what comes of it to what is known. */
function pass(tests, chosen, caught) {
  const output = `${FOLDER}/${tests}`;
  rmSync(output, { recursive: true, force: true });
  mkdirSync(`${output}/mutants.out`, { recursive: true });
  if (caught !== undefined) for (const [file, names] of [["caught", caught], ["unviable", ""]]) writeFileSync(`${output}/mutants.out/${file}.txt`, names);
  const given = [...chosen, "--cargo-arg=--locked", ...TESTS[tests].map((name) => `--cargo-arg=${name}`), `--output=${output}`, "--colors=never", "--no-times"];
  const { status } = spawnSync(tool, ["mutants", ...given], { stdio: "inherit", env: { ...process.env, ...ENVIRONMENT[tests] } });
  // 2 and 3: some were missed, or took too long.
  if (![0, 2, 3].includes(status)) throw new Error(`cargo-mutants ended with ${status}`);
  const outcomes = `${output}/mutants.out/outcomes.json`;
  // Where no line that was changed has a mutant, nothing is written.
  if (!existsSync(outcomes)) return;
  for (const { scenario, summary } of JSON.parse(readFileSync(outcomes, "utf8")).outcomes) {
    if (scenario === "Baseline") continue;
    const { name, file, span } = scenario.Mutant;
    const source = readFileSync(file, "utf8").split("\n")[span.start.line - 1].trim();
    const before = known.find((mutant) => mutant.name === name);
    const mutant = before ?? known[known.push({ name, file, source }) - 1];
    mutant[tests] = { CaughtMutant: "caught", MissedMutant: "missed", Timeout: "timeout", Unviable: "unviable" }[summary];
    if (mutant[tests] === undefined) throw new Error(`${name}: what is the outcome ${summary}?`);
  }
  writeFileSync(KNOWN, JSON.stringify(known, null, 1));
}

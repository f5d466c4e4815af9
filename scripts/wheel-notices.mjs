// Writes what of the Python package others wrote, for the machine that it is built on: python/care_coverage/THIRD_PARTY.md. For programs maturin
// adds a bill of materials.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { notices } from "./build-notices.mjs";
import { thirdParty } from "./third-party.mjs";

const [, version] = /^version = "(.+)"$/m.exec(readFileSync("python/Cargo.toml", "utf8"));
const [, target] = /^host: (.+)$/m.exec(execFileSync("rustc", ["-vV"], { encoding: "utf8" }));
const holds = `the crates that its compiled part is made of, and Rust's standard library. A *macro* runs in the compiler; what it writes is in
that part.`;
writeFileSync("python/care_coverage/THIRD_PARTY.md", notices(`care-coverage ${version}`, thirdParty({ manifest: "python/Cargo.toml", target, copied: [] }).parts, holds));

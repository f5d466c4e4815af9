// How long do analyze, diff and a re-check after one edit take, through the built package in pkg/? Prints medians, and how
// they grow with the coverage. The same natively: cargo bench --bench analysis.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { CareTypeCatalog } from "../pkg/index.js";

const example = (name) => JSON.parse(readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
const catalog = new CareTypeCatalog(example("catalog"));
const payload = example("coverage");

/** The guarantees so many times, each time with new names. */
function repeated(times) {
  const copies = Array.from({ length: times }, (_, copy) => payload.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${copy}` })));
  return { ...payload, guarantees: copies.flat() };
}

/** The same payload with one age bound of one mapping changed. */
function edited(payload, min_age) {
  const next = structuredClone(payload);
  next.guarantees[3].care_type_mappings[0].filter.min_age = min_age;
  return next;
}

/** The first analysis of a coverage; a second one would reuse it. */
function analyzed(payload) {
  const coverages = Array.from({ length: payload.guarantees.length > 500 ? 5 : 101 }, () => catalog.compileCoverage(payload));
  const times = coverages.map((coverage) => {
    const start = performance.now();
    coverage.analyze();
    return performance.now() - start;
  });
  coverages.forEach((coverage) => coverage.free());
  return times.sort((a, b) => a - b)[times.length >> 1];
}

function median(work) {
  const times = [];
  const started = performance.now();
  while (times.length < 5 || (times.length < 401 && performance.now() - started < 2_000)) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

console.log(`\n== analysis (${cpus().length} × ${cpus()[0].model}, Node ${process.version}; medians in ms)`);
const columns = ["analyze", "diff", "re-check", "from scratch", "overlaps", "gaps"];
console.log(`${"".padEnd(14)}${columns.map((column) => column.padStart(14)).join("")}`);
let first;
for (const times of [1, 10, 100]) {
  const given = repeated(times);
  const before = catalog.compileCoverage(given);
  const after = catalog.compileCoverage(edited(given, 7));
  const { overlaps, gaps } = before.analyze();
  const edits = [edited(given, 8), edited(given, 9)];
  let turn = 0;
  let current = before.withPayload(edits[1]);
  current.analyze();
  const row = [
    analyzed(given),
    median(() => before.diff(after)),
    median(() => {
      const next = current.withPayload(edits[(turn += 1) % 2]);
      next.analyze();
      current.free();
      current = next;
    }),
    median(() => {
      const next = catalog.compileCoverage(edits[(turn += 1) % 2]);
      next.analyze();
      next.free();
    }),
  ];
  console.log(`${`example × ${times}`.padEnd(14)}${row.map((time) => time.toFixed(2).padStart(14)).join("")}${String(overlaps.length).padStart(14)}${String(gaps.length).padStart(14)}`);
  first ??= row;
  if (times > 1) console.log(`${"  growth".padEnd(14)}${row.map((time, index) => `× ${(time / first[index]).toFixed(1)}`.padStart(14)).join("")}`);
}

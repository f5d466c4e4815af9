// How long does an act take, one at a time and in batches, compared with JavaScript by hand and with other engines? Through the built package
// in pkg/. Ratios of medians in one run are compared with goals.
import { fork } from "node:child_process";
import { cpus } from "node:os";
import { isMissed, printHeader, printRow } from "./acts/report.mjs";

const WORLDS = ["main", "sparse", "example", "national", "left out", "growth"];

/** Undefined where a world is absent. */
function sectionOf(world) {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("acts/run.mjs", import.meta.url), [world], { execArgv: ["--expose-gc"] });
    let section;
    child.on("message", (message) => (section = message.section));
    child.on("exit", (code) => (code === 0 ? resolve(section) : reject(new Error(`${world} could not be measured`))));
  });
}

console.log(`\n== acts (${cpus().length} × ${cpus()[0].model}, Node ${process.version}; medians of processor time per act)`);
printHeader();
let missed = 0;
const asked = process.argv.slice(2);
for (const world of asked.length > 0 ? asked : WORLDS) {
  const section = await sectionOf(world);
  if (section === undefined) continue;
  console.log(`\n  ${section.title}: ${section.mix}`);
  section.rows.forEach(printRow);
  missed += section.rows.filter(isMissed).length;
}
console.log(missed === 0 ? "\n  All goals are reached." : `\n  ${missed} goals are missed.`);

// How long does the language service take, through the built package in pkg/? Prints medians on the processor's clock, with the goals: completions
// under 5 ms in the example and 20 ms in ten times it, an update by one key with its diagnostics under 3 ms and 15 ms.
//
//   node benches/language.mjs [ROW]
//
// ROW is a part of a row's name: only such rows are measured.
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { createLanguageService } from "../pkg/language.js";
import { CareTypeCatalog } from "../pkg/node.js";
import { listsOf, payloadOf } from "./growth/worlds.mjs";

const [only = ""] = process.argv.slice(2);
const ROUNDS = 41;
const read = (name) => readFileSync(new URL(`../examples/${name}.json`, import.meta.url), "utf8");
const written = (payload) => JSON.stringify(payload, null, 2);

const example = JSON.parse(read("coverage"));
const copies = Array.from({ length: 10 }, (_, copy) => example.guarantees.map((guarantee) => ({ ...guarantee, name: `${guarantee.name}_${copy}` })));

/** The text, the catalogue, and what is allowed of completions and of an update. */
const WORLDS = {
  "example": { lists: JSON.parse(read("catalog")), text: read("coverage"), goals: [5, 3] },
  "ten times, each over care types of its own": { lists: listsOf(10), text: written(payloadOf(10)), goals: [20, 15] },
  "ten times, over the same care types": { lists: JSON.parse(read("catalog")), text: written({ ...example, guarantees: copies.flat() }), goals: [20, 15] },
};

/** The processor's milliseconds of a function, the median of rounds. */
function median(ask) {
  const times = [];
  for (let round = -5; round < ROUNDS; round += 1) {
    const before = process.cpuUsage();
    ask(round);
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times.push((user + system) / 1_000);
  }
  return times.sort((a, b) => a - b)[ROUNDS >> 1];
}

console.log(`${cpus()[0].model}, Node ${process.version}; medians of ${ROUNDS}, ms of the processor`);
for (const [world, { lists, text, goals: [ofCompletions, ofUpdate] }] of Object.entries(WORLDS)) {
  const catalog = new CareTypeCatalog(lists);
  const service = createLanguageService(catalog, { language: "fr" });
  const document = service.open(text, { kind: "coverage" });
  const middle = text.indexOf('"include_care_type_groups"', text.length / 2);
  const inCode = text.indexOf('"', text.indexOf("[", middle)) + 4;
  const amount = text.indexOf('"percent": "', text.length / 2) + '"percent": "1'.length;
  const typed = (offset) => (round) => {
    document.update(round % 2 === 0 ? [{ start: offset, end: offset, text: "1" }] : [{ start: offset, end: offset + 1, text: "" }]);
  };
  const rows = {
    "open": [() => service.open(text, { kind: "coverage" }).free()],
    "update by one key": [typed(amount)],
    "update by one key, diagnostics": [(round) => (typed(amount)(round), document.diagnostics()), ofUpdate],
    "update in a code, diagnostics": [(round) => (typed(inCode)(round), document.diagnostics()), ofUpdate],
    "update by a bracket, diagnostics": [(round) => {
      const at = middle;
      document.update(round % 2 === 0 ? [{ start: at, end: at, text: "]" }] : [{ start: at, end: at + 1, text: "" }]);
      document.diagnostics();
    }, ofUpdate],
    "completions of codes, typed": [() => document.completions(inCode), ofCompletions],
    "completions of codes, all": [() => document.completions(inCode - 3), ofCompletions],
    "completions of fields": [() => document.completions(middle + 3), ofCompletions],
    "update by one key, completions": [(round) => (typed(inCode)(round), document.completions(inCode)), ofCompletions],
    "hover": [() => document.hover(inCode)],
    "code actions": [() => document.codeActions({ start: inCode, end: inCode })],
    "references": [() => document.references(inCode)],
    "symbols, folding, format": [() => [document.symbols(), document.folding(), document.format()]],
  };
  console.log(`\n${world}: ${text.length.toLocaleString("en")} characters, ${catalog.careTypeCount} care types`);
  for (const [name, [ask, goal]] of Object.entries(rows)) {
    if (!`${world} ${name}`.includes(only)) continue;
    const time = median(ask);
    console.log(`  ${name.padEnd(36)}${time.toFixed(2).padStart(8)}${goal === undefined ? "" : `   goal ${goal}${time > goal ? " MISSED" : ""}`}`);
  }
  service.free();
  catalog.free();
}

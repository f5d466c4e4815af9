// How many mutants the tests catch, with the interval in which the share of all of them lies (Wilson, 95 %), and those that survive.
import { readFileSync } from "node:fs";

/** What no test can catch, and why: { mutant: its name without its place, source: the line that it changes, why }. */
const SAME = JSON.parse(readFileSync(new URL("../tests/mutants.json", import.meta.url), "utf8")).same;

/** Prints the figures of [{ name, file, source, golden, laws }] and returns how many survive without a reason. */
export function print(mutants) {
  const viable = mutants.filter(({ golden }) => golden !== "unviable");
  const byGolden = ({ golden }) => golden !== "missed";
  const byBoth = (mutant) => byGolden(mutant) || ["caught", "timeout"].includes(mutant.laws);
  console.log(`\n${mutants.length} mutants, ${viable.length} of them compile. Caught, with the 95 % interval:\n`);
  console.log(`${"".padEnd(24)}${"viable".padStart(7)}   ${"golden cases".padEnd(28)}   golden cases and laws`);
  const areas = [...new Set(viable.map(area))].sort();
  for (const [name, of] of [...areas.map((name) => [name, viable.filter((mutant) => area(mutant) === name)]), ["all", viable]]) {
    console.log(`${name.padEnd(24)}${String(of.length).padStart(7)}   ${share(of, byGolden).padEnd(28)}   ${share(of, byBoth)}`);
  }
  const slow = viable.filter(({ golden, laws }) => golden === "timeout" || laws === "timeout").length;
  if (slow > 0) console.log(`\n${slow} of them are caught by the time they take.`);

  const survivors = viable.filter((mutant) => !byBoth(mutant));
  const reason = (mutant) => SAME.find(({ mutant: name, source }) => mutant.name.endsWith(` ${name}`) && mutant.source === source)?.why;
  const without = survivors.filter((mutant) => reason(mutant) === undefined);
  list("No test catches", without, ({ name, source }) => `${name}\n    ${source}`);
  const same = survivors.filter((mutant) => reason(mutant) !== undefined);
  list("No test can catch", same, (mutant) => `${mutant.name}\n    ${mutant.source}\n    ${reason(mutant)}`);
  if (same.length > 0) console.log(`\nWithout these: ${share(viable.filter((mutant) => !same.includes(mutant)), byBoth)}`);
  list("The laws alone catch", viable.filter((mutant) => !byGolden(mutant) && byBoth(mutant)), ({ name }) => name);
  return without.length;
}

/** A folder of the rules, or the rules outside of the folders. */
function area({ file }) {
  const [, part, folder, inner] = file.split("/");
  return part === "coverage" && inner !== undefined ? `coverage/${folder}` : part;
}

function share(mutants, isCaught) {
  const [caught, of] = [mutants.filter(isCaught).length, mutants.length];
  if (of === 0) return "none";
  const [low, high] = wilson(caught, of);
  const percent = (share) => (100 * share).toFixed(1);
  return `${caught} = ${percent(caught / of)} % (${percent(low)}–${percent(high)})`;
}

/** Where a share lies with 95 %, when it was seen in a sample. */
function wilson(caught, of) {
  const z = 1.959964;
  const [seen, spread] = [caught / of, (z * z) / of];
  const middle = seen + spread / 2;
  const half = z * Math.sqrt((seen * (1 - seen)) / of + spread / (4 * of));
  return [middle - half, middle + half].map((bound) => bound / (1 + spread));
}

function list(title, mutants, line) {
  if (mutants.length === 0) return;
  console.log(`\n${title}:`);
  for (const mutant of mutants) console.log(`  ${line(mutant)}`);
}

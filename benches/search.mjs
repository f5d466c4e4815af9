// How long does a search take, in the example catalogue and in one of 27 times as many care types? Prints medians of processor time; the goals are
// 1 and 5 ms.
//
//   node benches/search.mjs
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { CareTypeCatalog } from "../pkg/index.js";

const lists = read("../examples/catalog.json");
const synonyms = ["en", "fr"].map((language) => read(`../examples/synonyms/${language}.json`));
const TEXTS = ["a", "couronne", "ortodontie", "couronne céramique tarif libre", "seance de medecin specialiste avec lunettes"];

/** Searches in one measurement, and measurements. */
const [TIMES, ROUNDS] = [4, 25];

function read(path) {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
}

/** The lists so many times, each time with other ids, codes and labels. */
function copiesOf({ care_type_groups, internal_care_types }, count) {
  const copies = Array.from({ length: count }, (_, copy) => copy);
  const copied = (entry, copy) => ({ ...entry, id: entry.id + copy * 1_000, short_code: `${entry.short_code}_${copy}` });
  const typesOf = (copy) => internal_care_types.map((type) => ({
    ...copied(type, copy), label: `${type.label} ${copy}`, care_type_group_ids: type.care_type_group_ids.map((id) => id + copy * 1_000),
  }));
  return { care_type_groups: copies.flatMap((copy) => care_type_groups.map((group) => copied(group, copy))), internal_care_types: copies.flatMap(typesOf) };
}

/** Median milliseconds of the processor. */
function milliseconds(ask) {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage();
    for (let time = 0; time < TIMES; time++) ask();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (1_000 * TIMES);
  });
  return times.sort((a, b) => a - b)[(ROUNDS - 1) / 2];
}

console.log(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.versions.node}: a search, ms of processor time\n`);
for (const [goal, given] of [[1, lists], [5, copiesOf(lists, 27)]]) {
  const catalog = new CareTypeCatalog(given, { synonyms });
  for (const text of TEXTS) {
    console.log(`${String(catalog.careTypeCount).padStart(5)} care types  ${milliseconds(() => catalog.search(text)).toFixed(2).padStart(5)}  (goal ${goal})  ${text}`);
  }
}

// How much of real benefit tables is read, and how much of it right?
//
//     node scripts/grids.mjs [FOLDER]     FOLDER, or CARE_COVERAGE_DATA, holds benefit-grids.json and benefit-cells.json
//
// Read: of the cells that count and are benefits, those with a reading. Right: of the labels of each set in tests/benefit-table/ that are read,
// or say that they cannot be, those whose rules are equal to the label's but for the keys of limits. Without the tables only that is printed.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { benefitTable } from "./benefit-table.mjs";

const { readBenefit } = await benefitTable();
const folder = process.argv[2] ?? process.env.CARE_COVERAGE_DATA;
const [tables, places] = ["benefit-grids.json", "benefit-cells.json"].map((name) => folder && join(folder, name));

if (tables && existsSync(tables) && existsSync(places)) printRead(JSON.parse(readFileSync(tables, "utf8")), JSON.parse(readFileSync(places, "utf8")));
else console.log("CARE_COVERAGE_DATA names no folder with benefit-grids.json and benefit-cells.json: how much of them is read was not measured.");
for (const set of ["labels", "labels-2"]) printRight(set, JSON.parse(readFileSync(`tests/benefit-table/${set}.json`, "utf8")).cells);

function printRead({ articles }, { cells }) {
  const byName = new Map(articles.map((article) => [article.article, article]));
  const total = newCount();
  const byAgreement = new Map();
  const unread = new Map();
  for (const [name, table, row, column, isBenefit] of cells) {
    if (isBenefit !== 1) continue;
    const { agreement, tables } = byName.get(name);
    const cell = tables[table][row][column];
    const text = (Array.isArray(cell) ? cell[0] : cell).normalize("NFKC").trim();
    if (!byAgreement.has(agreement)) byAgreement.set(agreement, newCount());
    const answer = readBenefit(text);
    for (const count of [total, byAgreement.get(agreement)]) add(count, answer);
    if (answer.unread.length > 0) note(unread, text, answer.unread);
  }
  console.log("agreement     benefits   read            with an assumption");
  for (const [agreement, count] of [...byAgreement].sort(([left], [right]) => left - right)) console.log(lineOf(String(agreement), count));
  console.log(lineOf("all", total));
  console.log("\nThe most frequent forms that are not read, with what was not understood of the first of each:");
  const forms = [...unread.values()].sort((left, right) => right.count - left.count);
  for (const { count, text, words } of forms.slice(0, Number(process.env.FORMS ?? 15))) console.log(`${String(count).padStart(4)}  ${text}\n      ${words.map((word) => `« ${word} »`).join(", ")}`);
  console.log(`${forms.length} forms, ${forms.reduce((sum, { count }) => sum + count, 0)} cells\n`);
}

function newCount() {
  return { benefits: 0, read: 0, assumed: 0 };
}

/** Nothing that is paid is read, too. */
function add(count, { unread, assumed }) {
  count.benefits += 1;
  if (unread.length > 0) return;
  count.read += 1;
  if (assumed.length > 0) count.assumed += 1;
}

/** Cells that differ in nothing but figures are of one form. */
function note(unread, text, places) {
  const form = text.replace(/(?<=\d) (?=\d{3}\b)/g, "").replace(/\d+(?:[.,]\d+)?/g, "N");
  const known = unread.get(form) ?? { count: 0, text, words: places.map(({ start, end }) => text.slice(start, end)) };
  unread.set(form, { ...known, count: known.count + 1 });
}

function lineOf(name, { benefits, read, assumed }) {
  return `${name.padEnd(12)} ${String(benefits).padStart(9)} ${String(read).padStart(6)} ${percentOf(read, benefits).padStart(8)} ${String(assumed).padStart(12)} ${percentOf(assumed, read).padStart(8)}`;
}

function percentOf(part, whole) {
  return whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)} %`;
}

function printRight(set, labels) {
  for (const drawn of ["uniform", "form"]) {
    const counted = { labels: 0, judged: 0, right: 0 };
    for (const label of labels) {
      const { readings } = readBenefit(label.text);
      counted.labels += label[drawn];
      if (readings.length === 0 && !label.unread) continue;
      counted.judged += label[drawn];
      if (withoutKeys(readings) === withoutKeys(label.readings)) counted.right += label[drawn];
    }
    console.log(`${set} (${drawn}): ${counted.labels}, of them ${counted.judged} read or said to be unreadable, of those right ${counted.right} (${percentOf(counted.right, counted.judged)})`);
  }
}

function withoutKeys(readings) {
  return JSON.stringify(readings, (name, value) => (name === "key" ? undefined : value));
}

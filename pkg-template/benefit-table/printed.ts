// Which lines does a table have where it is written, whatever as?
import type * as api from "../care-coverage-benefit-table";
import { eurosInWords } from "./euros.ts";
import { isOtherName } from "./other-columns.ts";
import { wordsOfTable } from "./table-words.ts";

/** "heading" and "row" have no cells; "benefit" is a row with one line, "line" one of several. */
export type Printed =
  | { kind: "heading" | "row"; label: string }
  | { kind: "benefit" | "line"; label: string; cells: string[] };

export interface PrintedTable { title: string; header: string[]; lines: Printed[]; examples: { header: string[]; lines: string[][] } | null; note: string | null; language: "fr" | "en" }

export function printed(table: api.BenefitTable): PrintedTable {
  const words = wordsOfTable(table.language);
  return {
    title: words.title,
    header: [words.care, ...namesOf(table.coverages)],
    lines: table.headings.flatMap(({ title, rows }): Printed[] => [{ kind: "heading", label: title }, ...rows.flatMap(linesOf)]),
    examples: table.examples.length === 0 ? null : examplesOf(table),
    note: table.pmss === null || !hasPmss(table) ? null : words.pmss(eurosInWords(table.pmss, table.language), table.date),
    language: table.language,
  };
}

/** Coverages of one name with their versions, "BASE v3"; those that have that in common, too, with a number. A name that is read as the header of
 *  another column, "TOTAL", has its version, too. */
function namesOf(coverages: api.BenefitTable["coverages"]): string[] {
  const isAlone = (name: string) => coverages.filter((coverage) => coverage.name === name).length === 1 && !isOtherName(name);
  const given = new Set(coverages.map(({ name }) => name).filter(isAlone));
  return coverages.map(({ name, version }) => {
    if (isAlone(name)) return name;
    const said = `${name} v${version}`;
    let unique = said;
    for (let number = 2; given.has(unique); number += 1) unique = `${said} (${number})`;
    given.add(unique);
    return unique;
  });
}

function linesOf({ label, lines }: api.BenefitTableRow): Printed[] {
  const cellsOf = (line: api.BenefitTableLine) => line.cells.map(({ text }) => text);
  const [first] = lines;
  if (!first) return [{ kind: "row", label }];
  if (lines.length === 1) return [{ kind: "benefit", label: first.label === null ? label : `${label} (${first.label})`, cells: cellsOf(first) }];
  return [{ kind: "row", label }, ...lines.map((line): Printed => ({ kind: "line", label: line.label ?? label, cells: cellsOf(line) }))];
}

function hasPmss({ headings }: api.BenefitTable): boolean {
  return headings.some(({ rows }) => rows.some(({ lines }) => lines.some(({ cells }) => cells.some(({ euros }) => euros.length > 0))));
}

/** The same as a grid: a heading, and the label of several lines, span all columns. Without the examples. */
export function benefitGrid(table: api.BenefitTable): api.BenefitGrid {
  const { header, lines } = printed(table);
  const spans = (row: number): api.BenefitGridCell[] => header.slice(1).map(() => ({ span_of: [row, 0] }));
  return [header, ...lines.map((line, index): api.BenefitGridCell[] => ("cells" in line ? [line.label, ...line.cells] : [line.label, ...spans(index + 1)]))];
}

/** A line for each example and coverage. */
function examplesOf(table: api.BenefitTable): { header: string[]; lines: string[][] } {
  const words = wordsOfTable(table.language);
  const names = namesOf(table.coverages);
  const said = (amount: string | null, missing: readonly string[] = []) => (amount !== null ? eurosInWords(amount, table.language) : missing.length > 0 ? words.missing(missing) : words.unknown);
  return {
    header: [words.act, "", words.price, words.secu, words.complementary, words.outOfPocket],
    lines: table.examples.flatMap(({ title, price, coverages }) => coverages.map((paid, index) => [title, names[index]!, said(price), ...[paid.secu, paid.complementary, paid.out_of_pocket].map((amount) => said(amount, paid.missing))])),
  };
}

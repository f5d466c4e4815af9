// care-coverage simulate: what would claims cost under a coverage, and under the draft of another? Sums, who is better and worse off, limits.
import type { GroupKey, Headings, InvalidRow, Simulation, SimulationSums } from "care-coverage/slim";
import { csvCell, outputFormat } from "../acts/answers.ts";
import type { Cell } from "../acts/row.ts";
import { chosen, documentsOf, workersOf } from "../acts/asked.ts";
import { openInput } from "../acts/input.ts";
import { mappingOf } from "../acts/mapping.ts";
import { problemOf, sayProblems } from "../acts/problems.ts";
import { createProgress } from "../acts/progress.ts";
import { BAD, simulated } from "../acts/simulated.ts";
import { startAmounts } from "../kit/engine.ts";
import { FINDINGS, FINE } from "../kit/failure.ts";
import { inOneLanguage } from "../kit/framed.ts";
import { settle } from "../kit/setting.ts";
import { readSource, valueOf } from "../kit/text.ts";
import type { ReimburseOptions } from "./reimburse.ts";

type SumsFormat = (typeof FORMATS)[number];

export interface SimulateOptions extends Omit<ReimburseOptions, "format"> { format?: SumsFormat; draft?: string[]; by?: string[]; headings?: string }

export const FORMATS = ["csv", "ndjson", "json"] as const;
const KEYS = ["heading", "guarantee", "care_type", "age_band"];

export async function simulate(name: string, options: SimulateOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, language } = setting;
  const format = outputFormat(options, FORMATS, "json", words);
  await startAmounts();
  const current = await documentsOf(await chosen(options.coverage, setting), setting, true);
  const draft = options.draft ? await documentsOf(options.draft, setting, true) : null;
  const mapping = await mappingOf(options.mapping, setting);
  const by = (options.by ?? []).map((key): GroupKey => (KEYS.includes(key) ? (key as GroupKey) : { column: key }));
  const headings = options.headings === undefined ? undefined : ((await valueOf(readSource(options.headings), language)) as Headings);
  const input = await openInput(name, options.inputFormat, words);
  const progress = createProgress({ isShown: !options.quiet, words: words.actsWords });
  let close = () => {};
  try {
    const found = await simulated({ input, current, draft, options: { mapping, by, headings }, workers: workersOf(options.workers), progress, setting, said: BAD });
    ({ close } = found);
    const { simulation } = found;
    for await (const invalid of found.problems) {
      sayProblems(input.name, invalid.line, invalid.row + 1, [problemOf(inOneLanguage(invalid as InvalidRow, language))], words);
    }
    output.print(format === "json" ? asJson(simulation) : asTable(simulation, by, format));
    output.end();
    if (found.unnamed > 0) output.note(`${words.actsWords.unnamed(found.unnamed)}\n`);
    output.note(`${words.actsWords.summary(simulation.rows, Object.entries(simulation.totals.outcomes.current).map(([outcome, { rows }]) => [outcome, rows]))}\n`);
    return simulation.invalid.some(({ reason }) => (BAD as readonly string[]).includes(reason)) ? FINDINGS : FINE;
  } finally {
    close();
    input.file?.close();
  }
}

function asJson(simulation: Simulation): string {
  const { amounts: _, ...answer } = simulation;
  return `${JSON.stringify({ version: 1, ...answer }, null, 2)}\n`;
}

/** A row for each group, in one line its sums; without groups, one row of the totals. */
function asTable({ groups, other, totals, acts }: Simulation, by: readonly GroupKey[], format: "csv" | "ndjson"): string {
  const names = by.map((key) => (typeof key === "string" ? key : key.column));
  const rows: { key: Record<string, string | null>; sums: SimulationSums }[] = by.length === 0 ? [{ key: {}, sums: totals }] : [...groups, ...(other ? [{ key: {}, sums: other }] : [])];
  const table = rows.map(({ key, sums }): Record<string, Cell> => ({
    ...Object.fromEntries(names.map((name) => [name, key[name] ?? null])),
    rows: sums.rows, weight: sums.weight, charged: sums.charged, secu_paid: sums.secu_paid,
    complementary: sums.current.complementary, out_of_pocket: sums.current.out_of_pocket,
    ...(acts && { draft_complementary: sums.draft!.complementary, draft_out_of_pocket: sums.draft!.out_of_pocket, difference: sums.difference }),
  }));
  if (format === "ndjson") return table.map((row) => `${JSON.stringify(row)}\n`).join("");
  const columns = Object.keys(table[0] ?? Object.fromEntries(names.map((name) => [name, null])));
  return [columns, ...table.map((row) => columns.map((name) => row[name]!))].map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
}

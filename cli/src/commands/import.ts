// care-coverage import: a benefit table as coverages, with all that was not understood of it.
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readBenefitTable } from "care-coverage/benefit-table";
import type { BenefitFormula, BenefitTableReading } from "care-coverage/benefit-table";
import { startAmounts } from "../kit/engine.ts";
import { Failure, FileFailure, FINDINGS, FINE } from "../kit/failure.ts";
import { jsonSetOut } from "../kit/json-layout.ts";
import { createOutput } from "../kit/output.ts";
import { about, loadCatalog, settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { yamlParts } from "../kit/text.ts";
import type { Words } from "../kit/words.ts";
import { writeWhole } from "../kit/write.ts";
import { headingsFile, headingsOf, synonymsOf } from "../table/around.ts";
import type { AroundOptions } from "../table/around.ts";
import { tableFile } from "../table/grid.ts";
import { assumedIn, countsOf, findings, otherColumns } from "../table/report.ts";

export interface ImportOptions extends SharedOptions, AroundOptions {
  sheet?: string;
  share?: "included" | "excluded";
  as: "json" | "yaml";
  overwrite?: boolean;
  format: "text" | "json";
}

export async function import_(file: string, { out, ...options }: ImportOptions): Promise<number> {
  // `--out` is the folder of the coverages, and not a file for the answer.
  const setting = await settle(options);
  const { words, config, language } = setting;
  const output = createOutput(options);
  await startAmounts();
  const { catalog } = await loadCatalog(setting);
  const { grid, sheet, file: named } = await tableFile(file, options.sheet, words);
  const [headings, synonyms] = [await headingsOf(options, setting), await synonymsOf(options, setting)];
  const ask = (shares: { [column: number]: "included" | "excluded" }) => about(config.file ?? named, language, () => readBenefitTable(grid, { catalog, headings, synonyms, shares }), { "/headings": { file: headingsFile(options, setting), at: "/headings" } });
  const first = ask({});
  const { share } = options;
  const reading = share === undefined ? first : ask(Object.fromEntries(first.formulas.flatMap(({ columns }) => columns).map((column) => [column, share])));
  if (reading.formulas.length === 0) throw new Failure(words.importWords.noTable(named));
  const found = findings(reading, words.importWords);
  if (options.format === "json") output.print(`${JSON.stringify({ version: 1, file: named, sheet, ...reading }, null, 2)}\n`);
  else output.print(asText(sheet === null ? named : `${named}, ${words.importWords.sheet(sheet)}`, reading, found, words.importWords));
  if (out !== undefined) for (const written of await writeCoverages(out, reading.formulas, options, words)) output.note(`${words.made(written)}\n`);
  return found.length > 0 ? FINDINGS : FINE;
}

function asText(title: string, reading: BenefitTableReading, found: readonly string[], words: Words["importWords"]): string {
  const { understood, not } = countsOf(reading);
  const formulas = reading.formulas.map(({ name, coverage }) => `  ${words.formula(name, coverage.name, coverage.guarantees.length)}`);
  const assumed = Object.entries(assumedIn(reading)).filter(([, cells]) => cells > 0).map(([what, cells]) => `  ${words.assumed[what as "share"](cells)}`);
  const parts = [
    [words.about(title, words.summary(understood, not)), ...formulas, ...otherColumns(reading, words)],
    ...(found.length > 0 ? [[words.findings(found.length), ...found]] : []),
    ...(assumed.length > 0 ? [[words.takenForGranted, ...assumed]] : []),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n")}\n`;
}

/** A file for each coverage that has guarantees. All of them, or none where one is there already. */
async function writeCoverages(folder: string, formulas: readonly BenefitFormula[], { as, overwrite = false }: ImportOptions, words: Words): Promise<string[]> {
  const files = formulas.filter(({ coverage }) => coverage.guarantees.length > 0).map(({ coverage }) => ({ file: join(folder, `${coverage.name.replace(/[^\p{L}\p{N}_.-]/gu, "_")}.${as}`), coverage }));
  const there = files.filter(({ file }) => existsSync(file));
  if (there.length > 0 && !overwrite) throw new Failure(words.importWords.isThere(there.map(({ file }) => file)));
  const { toYaml } = await yamlParts();
  for (const { file, coverage } of files) {
    try {
      mkdirSync(folder, { recursive: true });
      writeWhole(file, as === "yaml" ? toYaml(coverage) : jsonSetOut(JSON.stringify(coverage)));
    } catch (error) {
      throw new FileFailure(folder, error);
    }
  }
  return files.map(({ file }) => file);
}

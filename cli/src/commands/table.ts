// care-coverage table: coverages next to one another as a benefit table, as members read it.
import type { Coverage } from "care-coverage/slim";
import type { BenefitTable } from "care-coverage/benefit-table";
import { benefitTable, benefitTableCsv, benefitTableHtml, benefitTableMarkdown } from "care-coverage/benefit-table";
import { compiled } from "../kit/coverages.ts";
import { startAmounts } from "../kit/engine.ts";
import { Failure, FINE, OutFailure } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { refuseRead } from "../kit/inputs.ts";
import { about, isCatalog, loadCatalog, settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { readSource } from "../kit/text.ts";
import { today } from "../kit/today.ts";
import { wrapped } from "../kit/wrap.ts";
import { writeWhole } from "../kit/write.ts";
import { examplesOf, headingsFile, headingsOf, synonymsOf } from "../table/around.ts";
import type { AroundOptions } from "../table/around.ts";

export const TABLE_FORMATS = ["md", "html", "csv", "xlsx"] as const;

export interface TableOptions extends SharedOptions, AroundOptions { format?: (typeof TABLE_FORMATS)[number]; date?: string; examples?: string }

/** So many places that the table does not say are shown. */
const MOST_SHOWN = 20;
const WIDTH = 80;

export async function table(given: string[], options: TableOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, config, language } = setting;
  const format = options.format ?? TABLE_FORMATS.find((one) => options.out?.endsWith(`.${one}`)) ?? "md";
  if (format === "xlsx" && options.out === undefined) throw new Failure(words.tableWords.xlsxNeedsFile);
  await startAmounts();
  const { catalog } = await loadCatalog(setting);
  const examples = await examplesOf(options.examples, setting);
  const files = await coverageFiles(given.length > 0 ? given : config.coverages, words, (file) => isCatalog(setting, file));
  const coverages: Coverage[] = [];
  for (const file of files) coverages.push(await compiled(readSource(file), catalog, setting));
  const asked = { catalog, headings: await headingsOf(options, setting), synonyms: await synonymsOf(options, setting), examples, language, date: options.date ?? today() };
  const made = about(config.file ?? files.join(", "), language, () => benefitTable(coverages, asked), { "/headings": { file: headingsFile(options, setting), at: "/headings" } });
  if (format === "xlsx") await writeXlsx(options.out!, made);
  else {
    output.print(written(made, format));
    output.end();
  }
  output.note(unsaidOf(made, words.tableWords));
  return FINE;
}

function written(made: BenefitTable, format: "md" | "html" | "csv"): string {
  if (format === "html") return benefitTableHtml(made, { document: true });
  return format === "csv" ? benefitTableCsv(made) : benefitTableMarkdown(made);
}

async function writeXlsx(file: string, made: BenefitTable): Promise<void> {
  const { benefitTableXlsx } = await import("../parts/spreadsheet.ts");
  const bytes = await benefitTableXlsx(made);
  refuseRead(file);
  try {
    writeWhole(file, bytes);
  } catch (error) {
    throw new OutFailure(file, error);
  }
}

/** What no cell says, and somebody who reads the table again would not know. */
function unsaidOf({ unsaid, headings, coverages }: BenefitTable, words: { unsaid: (places: number) => string; codes: { [code: string]: string }; more: (places: number) => string }): string {
  if (unsaid.length === 0) return "";
  const lines = unsaid.slice(0, MOST_SHOWN).map(({ code, heading, row, coverage, text }) => {
    const place = [headings[heading]!.title, headings[heading]!.rows[row]!.label, ...(coverage === null || coverages.length === 1 ? [] : [coverages[coverage]!.name])].join(", ");
    return wrapped(`${place}: ${words.codes[code]}${text === "" ? "" : `: ${text}`}`, "  - ", "    ", WIDTH);
  });
  const rest = unsaid.length - MOST_SHOWN;
  return `${[words.unsaid(unsaid.length), ...lines, ...(rest > 0 ? [`  ${words.more(rest)}`] : [])].join("\n")}\n`;
}

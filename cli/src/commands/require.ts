// care-coverage require: does a coverage pay what a profile asks for? Each violation with an act in euros.
import type { CareTypeCatalog, RequirementAnswer, RequirementViolation, RequirementsReport } from "care-coverage/slim";
import { compiled } from "../kit/coverages.ts";
import { startAmounts } from "../kit/engine.ts";
import { FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { readProfile } from "../kit/profiles.ts";
import { amountsOf, sayer } from "../kit/said.ts";
import { about, isCatalog, loadCatalog, settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { readSource } from "../kit/text.ts";
import { wrapped } from "../kit/wrap.ts";

export interface RequireOptions extends SharedOptions { classes?: string; date?: string; all?: boolean; format: "text" | "json" }

/** So many sets of acts of a requirement are shown. */
const MOST_SHOWN = 3;
const WIDTH = 80;

export async function require_(name: string, given: string[], options: RequireOptions): Promise<number> {
  const setting = await settle(options);
  await startAmounts();
  const { words, output, config, language } = setting;
  const { profile, options: asked, coverages, from } = await readProfile(name, options, setting);
  const { catalog } = await loadCatalog(setting);
  const files = await coverageFiles(given.length > 0 ? given : (coverages ?? config.coverages), words, (file) => isCatalog(setting, file));
  const reports: { file: string; coverage: string; version: number; report: RequirementsReport }[] = [];
  for (const file of files) {
    const coverage = await compiled(readSource(file), catalog, setting);
    const report = about(config.file ?? name, language, () => coverage.checkRequirements(profile, asked), from);
    reports.push({ file, coverage: coverage.name, version: coverage.version, report });
  }
  if (options.format === "json") output.print(`${JSON.stringify({ version: 1, files: reports }, null, 2)}\n`);
  else for (const { file, report } of reports) output.print(asText(file, report, setting, catalog, options.all ?? false));
  output.end();
  if (options.format === "text") output.note(`${words.requireWords.noAdvice}\n`);
  return reports.some(({ report: { summary } }) => summary.violated + summary.not_decidable > 0) ? FINDINGS : FINE;
}

function asText(file: string, report: RequirementsReport, { words, language }: Setting, catalog: CareTypeCatalog, all: boolean): string {
  const { requireWords: said } = words;
  const shown = report.requirements.filter(({ status }) => all || status === "violated" || status === "not_decidable" || status === "to_declare");
  const counts = Object.entries(report.summary).filter(([, number]) => number > 0).map(([status, number]) => `${number} ${said.statuses[status as keyof typeof said.statuses]}`);
  const lines = [`${file}: ${report.profile}, ${report.date}`, ...shown.flatMap((requirement) => answer(requirement)), `  ${counts.join(", ")}`, ""];
  return `${lines.join("\n")}\n`;

  function answer({ id, article, title, status, uncertain, violations, not_decidable }: RequirementAnswer): string[] {
    const head = wrapped(`${title[language]} (${article})${uncertain ? ` [${said.uncertain}]` : ""}`, `  ${said.statuses[status]} ${id}: `, "    ", WIDTH);
    const says = sayer([catalog], language);
    const regions = not_decidable.map(({ region, reason }) => wrapped(`${says.region(region)} (${reason})`, "    - ", "      ", WIDTH));
    const rest = Math.max(0, violations.length + regions.length - MOST_SHOWN);
    return [head, ...[...violations.map(violated), ...regions].slice(0, MOST_SHOWN), ...(rest > 0 ? [`    ${said.more(rest)}`] : [])];
  }

  function violated({ region, guarantee, reason, state, pair, example }: RequirementViolation): string {
    const says = sayer([catalog], language);
    const acts = example ? example.acts.map((act) => {
      const { charged, brss, rate } = amountsOf({ act });
      return `${says.act(act)}, ${said.charged(says.euros(charged), brss === null ? null : says.euros(brss), rate)}`;
    }) : region ? [says.region(region)] : [];
    const verdict = example ? said.shown(reason, says.euros(example.paid), says.euros(example.required)) : (said.reasons[reason] ?? reason);
    const about = [...(pair ? [pair] : []), ...(guarantee ? [said.paidBy(guarantee)] : []), ...(state === "used_up" ? [said.usedUp] : [])];
    return wrapped(`${acts.join("; ")}: ${verdict}${about.length > 0 ? ` (${about.join(", ")})` : ""}`, "    - ", "      ", WIDTH);
  }
}

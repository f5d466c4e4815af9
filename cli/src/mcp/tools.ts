// What an assistant can ask: the questions of the commands, about coverages that the configuration names or that it writes itself. Nothing is written.
import { CoverageError } from "care-coverage/slim";
import type { ActAmounts, CareAct, CareTypeLists, Coverage, GivenAct } from "care-coverage/slim";
import { readBenefit } from "care-coverage/benefit-table";
import { describeRule } from "care-coverage/words";
import { Acceptances } from "../check/acceptances.ts";
import { nameOf } from "../check/name.ts";
import { compiled } from "../kit/coverages.ts";
import { Failure, FileFailure } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { inLanguage } from "../kit/framed.ts";
import { isCatalog } from "../kit/setting.ts";
import type { LoadedCatalog, Setting } from "../kit/setting.ts";
import { judge, readSource } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";

export interface Tool {
  name: string;
  description: string;
  inputSchema: { type: "object"; properties: Record<string, object>; required?: string[] };
  answer(given: Record<string, unknown>): Promise<object>;
}

const FILE = { type: "string", description: "A file of the list of list_coverages" };
const TEXT = { type: "string", description: "A coverage as JSON or YAML, in place of a file" };
const ACT = { type: "object", description: "A care act: care_type, and what else is known (member_age, care_date, practitioner, reimbursed_by_secu, is_optam_or_secteur_1, …)" };
const PRICED = { type: "object", description: "A care act with charged, and brss and secu_rate_percent where the Sécu reimburses it; amounts are texts such as \"26.50\"" };

export function toolsOf(setting: Setting, { catalog, lists }: LoadedCatalog): Tool[] {
  const { config, language, words } = setting;

  /** Only what the globs of the configuration find can be read. */
  async function sourceOf({ file, text }: Record<string, unknown>): Promise<Source> {
    if (typeof text === "string" && file === undefined) {
      return { file: "<text>", text, bytes: Buffer.from(text), isYaml: !/^\ufeff?\s*[[{]/.test(text) };
    }
    const files = await known();
    if (typeof file === "string" && text === undefined && files.includes(file)) return readSource(file);
    if (file === undefined && text === undefined && files.length === 1) return readSource(files[0]!);
    throw new Failure(words.mcpWords.whichCoverage(files));
  }
  const known = async () => {
    try {
      return await coverageFiles(config.coverages, words, (file) => isCatalog(setting, file));
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  };
  const coverageOf = async (given: Record<string, unknown>): Promise<Coverage> => compiled(await sourceOf(given), catalog, setting);

  return [
    {
      name: "list_coverages",
      description: "The files of coverages that the configuration names, and the care types and groups of the catalogue.",
      inputSchema: { type: "object", properties: {} },
      answer: async () => {
        const { care_type_groups, internal_care_types }: CareTypeLists = lists;
        const of = ({ short_code, label }: { short_code: string; label?: string | null | undefined }) => ({ short_code, ...(label && { label }) });
        return { coverages: await known(), groups: care_type_groups.map(of), care_types: internal_care_types.map(of) };
      },
    },
    {
      name: "check_coverage",
      description: "Every problem of a coverage, with its line, its severity and how it is mended.",
      inputSchema: { type: "object", properties: { file: FILE, text: TEXT } },
      answer: async (given) => {
        const source = await sourceOf(given);
        const acceptances = new Acceptances(config, language);
        const asked = await acceptances.optionsOf(source.file, await nameOf(source));
        const found = await judge(source, language, (json) => catalog.validateCoverageText(json, asked.options));
        const problems = inLanguage(acceptances.ofCoverage(found, asked), language)
          .map(({ code, severity, message, pointer, range: { line, column }, fix_title }) => ({ code, severity, message, pointer, line, column, ...(fix_title && { fix: fix_title }) }));
        return { problems };
      },
    },
    {
      name: "explain_code",
      description: "What the code of a problem means, why it is one and how it is mended.",
      inputSchema: { type: "object", properties: { code: { type: "string", description: "Such as gap" } }, required: ["code"] },
      answer: async ({ code }) => {
        const { codeEntry } = await import("../parts/codes.ts");
        const entry = codeEntry(String(code), words, language);
        if (!entry) throw new Failure(words.didYouMean(String(code), null));
        return { code, ...entry };
      },
    },
    {
      name: "read_benefit_cell",
      description: "What a cell of a French benefit table (tableau de garanties) says, as a rule of a coverage; what of it was assumed, and what was not understood.",
      inputSchema: { type: "object", properties: { cell: { type: "string", description: "Such as 150 % BR" }, label: { type: "string", description: "The label of its row" } }, required: ["cell"] },
      answer: async ({ cell, label }) => {
        const { readings, assumed, unread, notes } = readBenefit(String(cell), label === undefined ? {} : { label: String(label) });
        const text = String(cell);
        return { readings: readings.map(({ when, rule }) => ({ when, rule, in_words: describeRule(rule, { language }) })), assumed, unread: unread.map(({ start, end }) => text.slice(start, end)), notes };
      },
    },
    {
      name: "evaluate_act",
      description: "Which guarantee of a coverage covers an act, and for each why or why not.",
      inputSchema: { type: "object", properties: { act: ACT, file: FILE, text: TEXT }, required: ["act"] },
      answer: async ({ act, ...given }) => (await coverageOf(given)).explain(act as GivenAct),
    },
    {
      name: "reimburse_act",
      description: "What a coverage pays for an act, step by step; with steps, several acts one after the other, limits counted.",
      inputSchema: { type: "object", properties: { act: PRICED, counters: { type: "array", description: "What an earlier answer said that was used of limits" }, file: FILE, text: TEXT }, required: ["act"] },
      answer: async ({ act, counters, ...given }) => (await coverageOf(given)).reimburse(act as CareAct & ActAmounts, (counters ?? []) as Parameters<Coverage["reimburse"]>[1]),
    },
  ];
}

/** What went wrong, said to the assistant. */
export function saidTo(error: unknown, { language, words }: Setting): string {
  if (error instanceof CoverageError) return inLanguage(error.diagnostics, language).map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`).join("\n");
  if (error instanceof FileFailure) return `${error.file}: ${(words.reasons as { [code: string]: string })[error.code] ?? error.code}`;
  if (error instanceof Failure) return error.message;
  throw error;
}

// care-coverage check: every problem of coverages, with its place.
import { isUtf8 } from "node:buffer";
import { applyFixes } from "care-coverage/slim";
import type { CareTypeCatalog, TextDiagnostic } from "care-coverage/slim";
import { Acceptances } from "../check/acceptances.ts";
import { nameOf } from "../check/name.ts";
import { counted, written } from "../check/report.ts";
import type { Checked, Format } from "../check/report.ts";
import { Failure, FileFailure, FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { put } from "../kit/output.ts";
import { about, isCatalog, loadCatalog, settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { judge, readSource, yamlParts } from "../kit/text.ts";
import type { Source, YamlParts } from "../kit/text.ts";
import { writeWhole } from "../kit/write.ts";

export interface CheckOptions extends SharedOptions {
  format: Format;
  fix?: boolean;
  maxWarnings?: number;
  stdinFilename?: string;
}

export async function check(given: string[], options: CheckOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, config, language } = setting;
  const files = await coverageFiles(given.length > 0 ? given : config.coverages, words, (file) => isCatalog(setting, file), { mayBeNone: given.length > 0 });
  if (files.includes("-") && files.length > 1) throw new Failure(words.stdinAlone);
  const { catalog } = await loadCatalog(setting);
  const acceptances = new Acceptances(config, language);
  const checked: Checked[] = [];
  for (const file of files) checked.push(await checkOne(file, setting, catalog, acceptances, options));
  checked.push(...(await acceptances.stale(given.length === 0)));
  const counts = counted(checked);
  const report = await written(options.format, { files: checked, language, words, color: output.color });
  // The text of standard input, mended, is the answer; what is left is said about it.
  if (files[0] === "-" && options.fix) {
    output.print(checked[0]!.text);
    put(2, report);
  } else {
    output.print(report);
  }
  output.end();
  if (options.format === "text") output.note(`${words.summary(files.length, counts, sumOf(checked.map(({ fixed }) => fixed)))}\n`);
  const tooMany = options.maxWarnings !== undefined && counts.warning > options.maxWarnings;
  if (tooMany) output.note(`${words.tooManyWarnings(counts.warning, options.maxWarnings!)}\n`);
  return counts.error > 0 || tooMany ? FINDINGS : FINE;
}

const sumOf = (numbers: number[]) => numbers.reduce((left, right) => left + right, 0);

async function checkOne(file: string, setting: Setting, catalog: CareTypeCatalog, acceptances: Acceptances, { fix, stdinFilename }: CheckOptions): Promise<Checked> {
  const { language } = setting;
  const source = readSource(file, stdinFilename);
  const asked = await acceptances.optionsOf(source.file, await nameOf(source));
  const ask = (json: string | Uint8Array) => about(asked.from, language, () => catalog.validateCoverageText(json, asked.options));
  const found = await judge(source, language, ask);
  const answer = (text: string, found: TextDiagnostic[], fixed: number): Checked =>
    ({ file: source.file, text, found: inOrder(acceptances.ofCoverage(found, asked)), fixed });
  if (!fix || !isUtf8(source.bytes)) return answer(source.text, found, 0);

  const yaml = source.isYaml ? await yamlParts() : null;
  const answers = new Map<string, TextDiagnostic[]>();
  const again = (text: string): TextDiagnostic[] => {
    const read = yaml?.readYaml(text);
    const all = !yaml || !read ? ask(text) : read.json === null ? yaml.yamlDiagnostics(text, read, language) : withEdits(text, read, yaml, yaml.inYaml(text, read, ask(read.json)));
    answers.set(text, all);
    return all.filter(isSafe);
  };
  const first = again(source.text);
  const { text, applied } = applyFixes(source.text, first, { again });
  if (applied.length > 0 && file !== "-") {
    try {
      writeWhole(file, text);
    } catch (error) {
      throw new FileFailure(file, error);
    }
  }
  return answer(text, answers.get(text) ?? found, applied.length);
}

/** By place, as somebody reads the file. */
function inOrder(found: TextDiagnostic[]): TextDiagnostic[] {
  return found.sort((left, right) => left.range.start - right.range.start);
}

/** Which of the near names an author meant is for a person to say. */
const isSafe = ({ code }: TextDiagnostic) => !code.startsWith("unknown_");

function withEdits(text: string, read: ReturnType<YamlParts["readYaml"]>, yaml: YamlParts, found: readonly TextDiagnostic[]): TextDiagnostic[] {
  return found.map((diagnostic) => ({ ...diagnostic, edits: yaml.yamlEdits(text, read, diagnostic.fix) }));
}

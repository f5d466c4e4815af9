// care-coverage test: what acts of a file should come to, and what a coverage is held to.
import { Acceptances } from "../check/acceptances.ts";
import { escapedXml } from "../check/junit.ts";
import { compiled } from "../kit/coverages.ts";
import { startAmounts } from "../kit/engine.ts";
import { Failure, FINDINGS, FINE } from "../kit/failure.ts";
import { filesOf } from "../kit/files.ts";
import { readProfile } from "../kit/profiles.ts";
import { loadCatalog, settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { readSource } from "../kit/text.ts";
import type { Words } from "../kit/words.ts";
import { readTests } from "../test/read.ts";
import { TestRun } from "../test/run.ts";
import type { TestResult } from "../test/run.ts";

export interface TestOptions extends SharedOptions { format: "text" | "junit" | "json"; verbose?: boolean }

const NAMES = "*.coverage-test.{yaml,yml,json}";

interface Tested { file: string; coverage: string; results: TestResult[] }

export async function test(given: string[], options: TestOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, config, language } = setting;
  const inConfig = config.folder === "." ? `**/${NAMES}` : `${config.folder.replaceAll("\\", "/")}/**/${NAMES}`;
  const files = await testFiles(given.length > 0 ? given : null, inConfig, words);
  const { catalog } = await loadCatalog(setting);
  const acceptances = new Acceptances(config, language);
  const tested: Tested[] = [];
  for (const file of files) {
    const tests = await readTests(file, language, words);
    const coverage = await compiled(readSource(tests.coverage), catalog, setting);
    if (tests.requirements.length > 0) await startAmounts();
    const asked = [];
    for (const { name, date } of tests.requirements) asked.push(await readProfile(name, { date }, setting));
    const { options: { accept } } = await acceptances.optionsOf(tests.coverage, coverage.name);
    const run = new TestRun(coverage, catalog, language, words);
    const results = [...run.acts(tests), ...run.requirements(tests, asked), ...run.gaps(tests, { accept: accept as [] })];
    tested.push({ file, coverage: coverage.name, results });
  }
  output.print(options.format === "json" ? asJson(tested) : options.format === "junit" ? asJunit(tested) : asText(tested, options.verbose ?? false));
  output.end();
  const all = tested.flatMap(({ results }) => results);
  const failed = all.filter(({ differences }) => differences.length > 0).length;
  if (options.format === "text") output.note(`${words.testWords.summary(all.length, failed)}\n`);
  return failed > 0 ? FINDINGS : FINE;
}

async function testFiles(given: string[] | null, inConfig: string, words: Words): Promise<string[]> {
  if (given !== null) return filesOf(given, words, NAMES);
  try {
    return await filesOf([inConfig], words, NAMES);
  } catch (error) {
    if (error instanceof Failure) throw new Failure(words.testWords.none(inConfig));
    throw error;
  }
}

function asText(tested: readonly Tested[], verbose: boolean): string {
  return tested.flatMap(({ file, coverage, results }) => results.filter(({ differences }) => verbose || differences.length > 0).map(({ name, line, differences }) =>
    [`${differences.length > 0 ? "✗" : "✓"} ${coverage}: ${name} (${file}${line === null ? "" : `:${line}`})\n`, ...differences.map((one) => `    ${one}\n`)].join(""))).join("");
}

function asJson(tested: readonly Tested[]): string {
  return `${JSON.stringify({ version: 1, files: tested.map(({ results, ...others }) => ({ ...others, tests: results.map((result) => ({ ...result, passed: result.differences.length === 0 })) })) }, null, 2)}\n`;
}

function asJunit(tested: readonly Tested[]): string {
  const failed = (results: readonly TestResult[]) => results.filter(({ differences }) => differences.length > 0).length;
  const all = tested.flatMap(({ results }) => results);
  const suites = tested.map(({ file, results }) => {
    const cases = results.map(({ name, line, differences }) => {
      const head = `    <testcase name="${escapedXml(name)}" classname="${escapedXml(file)}" file="${escapedXml(file)}"${line === null ? "" : ` line="${line}"`} time="0"`;
      return differences.length === 0 ? `${head}/>` : `${head}>\n      <failure message="${escapedXml(differences[0]!)}">${escapedXml(differences.join("\n"))}</failure>\n    </testcase>`;
    });
    return [`  <testsuite name="${escapedXml(file)}" tests="${results.length}" failures="${failed(results)}" errors="0" skipped="0" time="0">`, ...cases, "  </testsuite>"].join("\n");
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="care-coverage" tests="${all.length}" failures="${failed(all)}" errors="0">`, ...suites, "</testsuites>", ""].join("\n");
}

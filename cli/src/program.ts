// The commands and their options. What a command does is loaded when it is called.
import { Command, InvalidArgumentError, Option } from "commander";
import { LANGUAGES, wordsOf } from "./kit/words.ts";
import type { Language, Words } from "./kit/words.ts";
import { FORMATS } from "./check/report.ts";
import { examples, inWords } from "./usage.ts";

declare const VERSION: string;

const COMMANDS = ["check", "test", "diff", "require", "evaluate", "reimburse", "simulate", "table", "import", "fmt", "schema", "explain", "lsp", "mcp", "init"] as const;

/** All commands; only that one, where a call names it, because to make them all takes time. */
export function createProgram(language: Language, called: string | undefined): Command {
  const words = wordsOf(language);
  const { help } = words;
  const program = inWords(new Command("care-coverage"), words);
  program.description(help.program).version(VERSION, "-V, --version", help.version);

  const isKnown = COMMANDS.includes(called as (typeof COMMANDS)[number]);
  const on = (name: (typeof COMMANDS)[number], make: () => void) => {
    if (!isKnown || name === called) make();
  };

  const add = (name: string, description: string, calls: readonly string[]) => {
    const command = shared(inWords(program.command(name), words).description(description), words);
    return command.addHelpText("after", examples(words, calls));
  };

  const acts = (name: string, description: string, calls: readonly string[]) =>
    add(name, description, calls)
      .argument("<acts>", help.acts)
      .addOption(new Option("--input-format <format>", help.inputFormat).choices(["csv", "ndjson", "parquet"]))
      .addOption(new Option("--format <format>", name === "simulate" ? help.sumsFormat : help.actsFormat).choices(["csv", "ndjson", "json", ...(name === "simulate" ? [] : ["parquet"])]))
      .option("--out <file>", help.out)
      .option("--workers <number>", help.workers, count(words, 1));

  on("check", () => add("check", help.check, ["check", "check --fix coverages/BASIC.yaml", "check --format sarif --out findings.sarif", "check --max-warnings 0", "check - < BASIC.json"])
    .argument("[globs...]", help.globs)
    .addOption(new Option("--format <format>", help.format).choices(FORMATS).default("text"))
    .option("--fix", help.fix)
    .option("--max-warnings <number>", help.maxWarnings, count(words))
    .option("--stdin-filename <name>", help.stdinFilename)
    .option("--out <file>", help.out)
    .action(async (globs, options) => end(await (await import("./commands/check.ts")).check(globs, options))));

  on("test", () => add("test", help.test, ["test", "test coverages/BASIC.coverage-test.yaml --verbose", "test --format junit --out tests.xml"])
    .argument("[globs...]", help.testGlobs)
    .option("--verbose", help.verbose)
    .addOption(new Option("--format <format>", help.formatAlone).choices(["text", "json", "junit"]).default("text"))
    .option("--out <file>", help.out)
    .action(async (globs, options) => end(await (await import("./commands/test.ts")).test(globs, options))));

  on("diff", () => add("diff", help.diff, ["diff old/BASIC.yaml coverages/BASIC.yaml", "diff --base origin/main --fail-on loss", "diff --base HEAD~1 coverages/BASIC.yaml --language fr"])
    .argument("[files...]", help.diffFiles)
    .option("--base <revision>", help.base)
    .addOption(new Option("--fail-on <what>", help.failOn).choices(["never", "loss", "any"]).default("never"))
    .option("--date <day>", help.date, day(words))
    .addOption(new Option("--format <format>", help.formatAlone).choices(["markdown", "json"]).default("markdown"))
    .option("--out <file>", help.out)
    .action(async (files, options) => end(await (await import("./commands/diff.ts")).diff(files, options))));

  on("require", () => add("require", help.require, ["require fr-contrat-responsable --classes national", "require fr-ani coverages/BASE.yaml --date 2026-06-01", "require profiles/agreement.json --format json"])
    .argument("<profile>", help.profile)
    .argument("[globs...]", help.globs)
    .option("--classes <file>", help.classes)
    .option("--date <day>", help.requireDate, day(words))
    .option("--all", help.all)
    .addOption(new Option("--format <format>", help.formatAlone).choices(["text", "json"]).default("text"))
    .option("--out <file>", help.out)
    .action(async (profile, globs, options) => end(await (await import("./commands/require.ts")).require_(profile, globs, options))));

  on("evaluate", () => acts("evaluate", help.evaluate, ["evaluate acts.csv", "evaluate - --coverage coverages/BASIC.yaml --format ndjson < acts.ndjson", "evaluate acts.parquet --out decisions.parquet"])
    .option("--coverage <file>", help.coverage, once(words))
    .action(async (name, options) => end(await (await import("./commands/evaluate.ts")).evaluate(name, options))));

  on("reimburse", () => acts("reimburse", help.reimburse, ["reimburse claims.csv --out paid.csv", "reimburse claims.csv --coverage coverages/BASE.yaml --coverage coverages/OPTION.yaml", "reimburse claims.csv --mapping mapping.yaml --format ndjson"])
    .option("--coverage <file>", help.coverages, and)
    .option("--mapping <file>", help.mapping)
    .action(async (name, options) => end(await (await import("./commands/reimburse.ts")).reimburse(name, options))));

  on("simulate", () => acts("simulate", help.simulate, ["simulate claims.csv --draft drafts/BASIC.yaml", "simulate claims.parquet --draft drafts/BASIC.yaml --by guarantee,age_band --format csv", "simulate claims.csv --by heading --headings headings.json"])
    .option("--coverage <file>", help.coverages, and)
    .option("--draft <file>", help.draftCoverages, and)
    .option("--by <keys>", help.by, (given: string, before: string[] = []) => [...before, ...given.split(",")])
    .option("--headings <file>", help.headings)
    .option("--mapping <file>", help.mapping)
    .action(async (name, options) => end(await (await import("./commands/simulate.ts")).simulate(name, options))));

  on("table", () => add("table", help.table, ["table coverages/BASIC.yaml coverages/PLUS.yaml", "table --headings national --out table.xlsx", "table --format html --language fr --out table.html"])
    .argument("[globs...]", help.globs)
    .addOption(new Option("--format <format>", help.tableFormat).choices(["md", "html", "csv", "xlsx"]))
    .option("--headings <file>", help.tableHeadings)
    .option("--synonyms <files...>", help.synonyms)
    .option("--examples <file>", help.tableExamples)
    .option("--date <day>", help.tableDate, day(words))
    .option("--out <file>", help.out)
    .action(async (globs, options) => end(await (await import("./commands/table.ts")).table(globs, options))));

  on("import", () => add("import", help.import, ["import table.xlsx --headings national --synonyms national", "import table.csv --out coverages --as yaml", "import table.xlsx --sheet Garanties --share included --format json"])
    .argument("<file>", help.importFile)
    .option("--sheet <name>", help.sheet)
    .option("--headings <file>", help.tableHeadings)
    .option("--synonyms <files...>", help.synonyms)
    .addOption(new Option("--share <share>", help.share).choices(["included", "excluded"]))
    .addOption(new Option("--format <format>", help.formatAlone).choices(["text", "json"]).default("text"))
    .option("--out <folder>", help.outFolder)
    .addOption(new Option("--as <format>", help.as).choices(["json", "yaml"]).default("json"))
    .option("--overwrite", help.overwrite)
    .action(async (file, options) => end(await (await import("./commands/import.ts")).import_(file, options))));

  on("fmt", () => add("fmt", help.fmt, ["fmt", "fmt --fix", "fmt - < BASIC.yaml"])
    .argument("[globs...]", help.globs)
    .option("--fix", help.fmtFix)
    .option("--stdin-filename <name>", help.stdinFilename)
    .action(async (globs, options) => end(await (await import("./commands/fmt.ts")).fmt(globs, options))));

  on("schema", () => add("schema", help.schema, ["schema --out coverage.schema.json", "schema config --out config.schema.json", "schema coverage-test", "schema requirement-profile"])
    .argument("[name]", help.schemaName)
    .addOption(new Option("--draft <draft>", help.draft).choices(["07", "2020-12"]).default("07"))
    .option("--out <file>", help.out)
    .action(async (name, options) => end(await (await import("./commands/schema.ts")).schema(name, options))));

  on("explain", () => add("explain", help.explain, ["explain", "explain gap"])
    .argument("[code]", help.code)
    .action(async (code, options) => end(await (await import("./commands/explain.ts")).explain(code, options))));

  on("lsp", () => add("lsp", help.lsp, ["lsp"])
    .option("--stdio", help.stdio)
    .action(async (options) => end(await (await import("./commands/lsp.ts")).lsp(options))));

  on("mcp", () => add("mcp", help.mcp, ["mcp"])
    .action(async (options) => end(await (await import("./commands/mcp.ts")).mcp(options))));

  on("init", () => add("init", help.init, ["init", "init products --github --pre-commit"])
    .argument("[folder]", help.folder)
    .option("--github", help.github)
    .option("--pre-commit", help.preCommit)
    .action(async (folder, options) => end(await (await import("./commands/init.ts")).init(folder, options))));

  return program;
}

/** What every command takes. */
function shared(command: Command, { help }: Words): Command {
  return command
    .option("--config <file>", help.config)
    .option("--catalog <file>", help.catalog)
    .addOption(new Option("--language <language>", help.language).choices(LANGUAGES))
    .option("--quiet", help.quiet)
    .option("--color", help.color)
    .option("--no-color", help.noColor);
}

function end(code: number): void {
  process.exitCode = code;
}

function day({ aDay }: Words) {
  return (given: string): string => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(given) || Number.isNaN(Date.parse(given)) || new Date(given).toISOString().slice(0, 10) !== given) throw new InvalidArgumentError(aDay);
    return given;
  };
}

/** An option that is a list of one, and one that may be given several times. */
function once({ onceOnly }: Words) {
  return (given: string, before?: string[]): string[] => {
    if (before !== undefined) throw new InvalidArgumentError(onceOnly);
    return [given];
  };
}
const and = (given: string, before: string[] = []): string[] => [...before, given];

function count({ aCount }: Words, least = 0) {
  return (given: string): number => {
    if (!/^\d{1,9}$/.test(given) || Number(given) < least) throw new InvalidArgumentError(aCount(least));
    return Number(given);
  };
}

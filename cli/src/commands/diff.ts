// care-coverage diff: what changes for members between two files, or since a revision of git.
import { CareTypeCatalog } from "care-coverage/slim";
import type { Coverage, CareTypeLists } from "care-coverage/slim";
import { startAmounts } from "../kit/engine.ts";
import { Failure, FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { compiled, tryCompiled } from "../kit/coverages.ts";
import { isCatalog, loadCatalog, settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { jsonOf, readSource } from "../kit/text.ts";
import { today } from "../kit/today.ts";
import { compare } from "../diff/compare.ts";
import type { Change } from "../diff/compare.ts";
import { commitOf, filesAt, sourceAt } from "../diff/git.ts";
import { asMarkdown } from "../diff/markdown.ts";

export interface DiffOptions extends SharedOptions { base?: string; failOn: "never" | "loss" | "any"; date?: string; format: "markdown" | "json" }

export async function diff(given: string[], options: DiffOptions): Promise<number> {
  const setting = await settle(options);
  const { words, output, language } = setting;
  if (options.base === undefined && given.length !== 2) throw new Failure(words.twoFiles);
  await startAmounts();
  const date = options.date ?? today();
  const { catalog } = await loadCatalog(setting);
  const catalogs = [catalog];
  const changes: Change[] = [];
  if (options.base === undefined) {
    const [before, after] = given.map((file) => readSource(file));
    const side = async (source: typeof before) => ({ file: source!.file, catalog, coverage: await compiled(source!, catalog, setting) });
    changes.push(compare(await side(before), await side(after), date));
  } else {
    const base = commitOf(options.base);
    if (base === null) throw new Failure(words.noRevision(options.base));
    const older = await catalogAt(base, options.base, catalog, setting);
    if (older !== catalog) catalogs.push(older);
    changes.push(...(await since(base, options.base, given, setting, catalog, older, date)));
  }
  output.print(options.format === "json" ? `${JSON.stringify({ version: 1, date, changes }, null, 2)}\n` : `${asMarkdown(changes, { words, language, catalogs, date }).trimEnd()}\n`);
  output.end();
  const isFound = options.failOn === "any" ? changes.some(({ isSame }) => !isSame) : options.failOn === "loss" && changes.some(({ loses }) => loses);
  return isFound ? FINDINGS : FINE;
}

async function since(base: string, revision: string, given: string[], setting: Setting, catalog: CareTypeCatalog, older: CareTypeCatalog, date: string): Promise<Change[]> {
  const { words, config, language } = setting;
  const globs = given.length > 0 ? given : config.coverages;
  const isOther = (file: string) => isCatalog(setting, file) || /\.(accept|coverage-test|schema)\.[^.]+$|care-coverage\.config\.[^.]+$/.test(file);
  const before = filesAt(base, globs).filter((file) => !isOther(file));
  const now = await coverageFilesOrNone(globs, words, isOther, before.length > 0);
  const changes: Change[] = [];
  for (const file of [...new Set([...now, ...before])].sort()) {
    const old = sourceAt(base, file, revision);
    const source = now.includes(file) ? readSource(file) : null;
    if (old && source && old.text === source.text && older === catalog) continue;
    const after: Coverage | null = source && (await compiled(source, catalog, setting));
    if (old === null) {
      changes.push({ kind: "added", file, name: after!.name, version: after!.version, loses: false, isSame: false });
      continue;
    }
    const { coverage, problems } = await tryCompiled(old, older, language);
    if (coverage === null) changes.push({ kind: "unreadable", file, before: old, problems, loses: false, isSame: false });
    else if (after === null) changes.push({ kind: "removed", file, name: coverage.name, version: coverage.version, loses: true, isSame: false });
    else changes.push(compare({ file: old.file, coverage, catalog: older }, { file, coverage: after, catalog }, date));
  }
  return changes;
}

/** Where there were coverages at the base, none may be left now. */
async function coverageFilesOrNone(globs: string[], words: Setting["words"], isOther: (file: string) => boolean, mayBeNone: boolean): Promise<string[]> {
  try {
    return await coverageFiles(globs, words, isOther);
  } catch (error) {
    if (mayBeNone && error instanceof Failure) return [];
    throw error;
  }
}

/** The catalogue as it was; this one where it was not there, or was the same. */
async function catalogAt(base: string, revision: string, catalog: CareTypeCatalog, { catalogFile, config, language }: Setting): Promise<CareTypeCatalog> {
  const source = catalogFile.startsWith("..") || catalogFile.startsWith("/") ? null : sourceAt(base, catalogFile, revision);
  if (source === null || source.text === readSource(catalogFile).text) return catalog;
  return new CareTypeCatalog(JSON.parse(await jsonOf(source, language)) as CareTypeLists, config.catalogOptions);
}

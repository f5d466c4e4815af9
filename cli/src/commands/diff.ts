// care-coverage diff: what changes for members between two files, or since a revision of git.
import { CareTypeCatalog } from "care-coverage/slim";
import type { Coverage, CareTypeLists } from "care-coverage/slim";
import { startAmounts } from "../kit/engine.ts";
import { Failure, FINDINGS, FINE } from "../kit/failure.ts";
import { coverageFiles, isNoCoverage } from "../kit/files.ts";
import { compiled, tryCompiled } from "../kit/coverages.ts";
import { isCatalog, loadCatalog, settle } from "../kit/setting.ts";
import type { Setting, SharedOptions } from "../kit/setting.ts";
import { jsonOf, readSource } from "../kit/text.ts";
import { today } from "../kit/today.ts";
import { compare } from "../diff/compare.ts";
import type { Change, Side } from "../diff/compare.ts";
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
  const isOther = (file: string) => isCatalog(setting, file) || isNoCoverage(file);
  const before = filesAt(base, globs).filter((file) => !isOther(file));
  const now = await coverageFilesOrNone(globs, words, isOther, before.length > 0);
  const changes: Change[] = [];
  const [gone, come]: [Side[], Side[]] = [[], []];
  for (const file of [...new Set([...now, ...before])].sort()) {
    const old = sourceAt(base, file, revision);
    const source = now.includes(file) ? readSource(file) : null;
    if (old && source && old.text === source.text && older === catalog) continue;
    const after: Coverage | null = source && (await compiled(source, catalog, setting));
    if (old === null) {
      come.push({ file, coverage: after!, catalog });
      continue;
    }
    const { coverage, problems } = await tryCompiled(old, older, language);
    if (coverage === null) changes.push({ kind: "unreadable", file, before: { file: old.file, text: old.text }, problems, loses: true, isSame: false });
    else if (after === null) gone.push({ file, coverage, catalog: older });
    else changes.push(compare({ file: old.file, coverage, catalog: older }, { file, coverage: after, catalog }, date));
  }
  return [...changes, ...moved(gone, come, date)].sort((left, right) => (left.file < right.file ? -1 : 1));
}

/** A coverage that is in a file of another name now is compared with what it was; the others went, or came. */
function moved(gone: readonly Side[], come: readonly Side[], date: string): Change[] {
  const named = (sides: readonly Side[], name: string) => sides.filter(({ coverage }) => coverage.name === name);
  const before = ({ coverage: { name } }: Side) => (named(gone, name).length === 1 && named(come, name).length === 1 ? named(gone, name)[0]! : null);
  const pairs = new Map(come.flatMap((side) => (before(side) ? [[side, before(side)!]] : [])));
  const alone = (kind: "added" | "removed", sides: readonly Side[]) => sides.map(({ file, coverage: { name, version } }): Change => ({ kind, file, name, version, loses: kind === "removed", isSame: false }));
  return [
    ...[...pairs].map(([after, before]) => compare(before, after, date)),
    ...alone("added", come.filter((side) => !pairs.has(side))),
    ...alone("removed", gone.filter((side) => ![...pairs.values()].includes(side))),
  ];
}

/** Where there were coverages at the base, what a glob or a name found may be gone now. */
async function coverageFilesOrNone(globs: string[], words: Setting["words"], isOther: (file: string) => boolean, mayBeNone: boolean): Promise<string[]> {
  if (!mayBeNone) return coverageFiles(globs, words, isOther);
  const not = globs.filter((glob) => glob.startsWith("!"));
  const found = await Promise.all(globs.filter((glob) => !glob.startsWith("!")).map(async (glob) => {
    try {
      return await coverageFiles([glob, ...not], words, isOther);
    } catch (error) {
      if (error instanceof Failure) return [];
      throw error;
    }
  }));
  return [...new Set(found.flat())];
}

/** The catalogue as it was; this one where it was not there, or was the same. */
async function catalogAt(base: string, revision: string, catalog: CareTypeCatalog, { catalogFile, config, language }: Setting): Promise<CareTypeCatalog> {
  const source = catalogFile.startsWith("..") || catalogFile.startsWith("/") ? null : sourceAt(base, catalogFile, revision);
  if (source === null || source.text === readSource(catalogFile).text) return catalog;
  return new CareTypeCatalog(JSON.parse(await jsonOf(source, language)) as CareTypeLists, config.catalogOptions);
}

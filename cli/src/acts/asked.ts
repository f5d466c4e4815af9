// The coverages that acts are about, in workers: those of the call, or the only one that the configuration has.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { CareTypeLists } from "care-coverage/slim";
import { createCoverageWorker } from "care-coverage/worker";
import type { CatalogInWorker, CoverageInWorker, CoverageWorker } from "care-coverage/worker";
import { compiled } from "../kit/coverages.ts";
import { Failure } from "../kit/failure.ts";
import { coverageFiles } from "../kit/files.ts";
import { framed } from "../kit/framed.ts";
import { isCatalog, loadCatalog } from "../kit/setting.ts";
import type { Setting } from "../kit/setting.ts";
import { judge, jsonOf, readSource } from "../kit/text.ts";

/** What a worker is given to make coverages. */
export interface Documents {
  lists: CareTypeLists;
  options: Setting["config"]["catalogOptions"];
  /** As JSON. */
  texts: string[];
  /** The guarantees of all, coverage after coverage. */
  guarantees: string[];
}

export function workersOf(asked: number | undefined): number {
  return asked ?? availableParallelism();
}

/** The files of the call; else the one that is there. */
export async function chosen(given: readonly string[] | undefined, setting: Setting): Promise<string[]> {
  if (given !== undefined && given.length > 0) return [...given];
  const files = await coverageFiles(setting.config.coverages, setting.words, (file) => isCatalog(setting, file));
  if (files.length !== 1) throw new Failure(setting.words.actsWords.whichCoverage(files));
  return files;
}

/** Throws a `Failure` for a coverage without a meaning; `toPay`, also for one whose rules have errors. */
export async function documentsOf(files: readonly string[], setting: Setting, toPay: boolean): Promise<Documents> {
  const { catalog, lists } = await loadCatalog(setting);
  const [texts, guarantees]: [string[], string[]] = [[], []];
  for (const file of files) {
    const source = readSource(file);
    const coverage = await compiled(source, catalog, setting);
    const wrong = toPay ? (await judge(source, setting.language, (json) => catalog.validateCoverageText(json))).filter(({ severity }) => severity === "error") : [];
    if (wrong.length > 0) throw new Failure(framed(source, wrong, { language: setting.language, color: false }));
    texts.push(await jsonOf(source, setting.language));
    guarantees.push(...coverage.guaranteeNames);
  }
  return { lists, options: setting.config.catalogOptions, texts, guarantees };
}

/** With the readers of Parquet that this program brings. */
export function startWorkers(workers: number): Promise<CoverageWorker> {
  return createCoverageWorker({ workers, worker: () => new Worker(join(__dirname, "thread.js")) });
}

export async function coveragesIn(worker: CoverageWorker, { lists, options, texts }: Documents): Promise<CoverageInWorker[]> {
  const catalog: CatalogInWorker = await worker.createCatalog(lists, options);
  const made: CoverageInWorker[] = [];
  for (const text of texts) made.push((await catalog.tryCompileText(text)).coverage!);
  return made;
}

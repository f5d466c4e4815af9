/**
 * What answers the text editor? The language service of the package, in a worker, so that no key waits for it. It is fetched with the editor; the
 * worker is kept for the next catalogue, and made anew where it or its engine has failed.
 */
import { createCoverageWorker, createLanguageService, type LanguageServiceInWorker } from "care-coverage/language/worker";
import type { Language } from "care-coverage/words";
import type { CoverageWorker } from "care-coverage/worker";
import type { CareTypeLists, CareTypeSynonyms } from "./engine";

export type { LanguageServiceInWorker };

/** The text of the catalogue, and how it is searched. */
export interface Basis {
  catalog: string;
  synonyms: readonly CareTypeSynonyms[];
}

let worker: Promise<CoverageWorker> | null = null;

/** Null where the worker has no service for it; the text is then edited without. */
export async function languageServiceOf({ catalog, synonyms }: Basis, language: Language): Promise<LanguageServiceInWorker | null> {
  const own = (worker ??= createCoverageWorker({ workers: 1 }));
  try {
    const lists = await (await own).createCatalog(JSON.parse(catalog) as CareTypeLists, { synonyms: [...synonyms] });
    return await createLanguageService(lists, { language });
  } catch {
    if (worker === own) worker = null;
    void own.then((worker) => worker.close(), () => undefined);
    return null;
  }
}

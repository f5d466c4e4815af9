/** What does the text editor ask of a catalogue? Fetched with the editor. */
import { createLanguageService, type LanguageService } from "care-coverage/language";
import type { Language } from "care-coverage/words";
import type { LoadedCatalog } from "./engine";

export type { LanguageService };

/** It is of no use once the catalogue is freed. */
export function languageServiceOf(catalog: LoadedCatalog, language: Language): LanguageService {
  return catalog.ask((catalog) => createLanguageService(catalog, { language }));
}

/** What answers the text editor, in the language of the page: for the catalogue in hand, once it is fetched. */
import { effect, signal } from "@preact/signals";
import type { LanguageServiceInWorker } from "../../engine/language";
import { language } from "../../store/language";
import { catalog, synonyms } from "../../store/readings";
import { documents } from "../../store/work";

/** Null until there is one. */
export const coverageService = signal<LanguageServiceInWorker | null>(null);

let isFollowed = false;

/** From the first text that is edited on. One that was asked for a catalogue that is gone is of no use any more; nobody has it then, and so it
 *  is freed. */
export async function followCatalog(): Promise<void> {
  if (isFollowed) return;
  isFollowed = true;
  const { languageServiceOf } = await import("../../engine/language");
  let asked = 0;
  effect(() => {
    const own = (asked += 1);
    const basis = catalog.value.state === "ready" ? { catalog: documents.catalog.read.value, synonyms: synonyms.value } : null;
    const made = basis ? languageServiceOf(basis, language()) : Promise.resolve(null);
    void made.then((service) => {
      if (asked === own) coverageService.value = service;
    });
  });
}

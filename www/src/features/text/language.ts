/** What answers the text editor, in the language of the page: for the catalogue of an editor, once it is fetched. */
import { effect, signal } from "@preact/signals";
import type { LanguageServiceInWorker } from "../../engine/language";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { language } from "../../store/language";

/** Null until there is one. */
export const coverageService = perEditor(() => signal<LanguageServiceInWorker | null>(null));

/**
 * Until the function that is returned is called. Answers may come later than the text editor, or not at all. A service of a catalogue that is gone
 * is of no use any more; nobody has it then, and so it is freed.
 */
export function followCatalog(editor: Editor): () => void {
  let asked = 0;
  let end: (() => void) | null = null;
  let isEnded = false;
  import("../../engine/language").then(
    ({ languageServiceOf }) => {
      if (isEnded) return;
      end = effect(() => {
        const own = (asked += 1);
        const { catalog, documents, synonyms } = editor;
        const basis = catalog.value.state === "ready" ? { catalog: documents.catalog.read.value, synonyms: synonyms.value } : null;
        const made = basis ? languageServiceOf(basis, language()) : Promise.resolve(null);
        void made.then((service) => {
          if (asked === own) coverageService(editor).value = service;
        });
      });
    },
    () => undefined,
  );
  return () => {
    isEnded = true;
    end?.();
  };
}

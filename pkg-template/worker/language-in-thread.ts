// The worker's side of the language service.
import { createLanguageService } from "#language";
import type { CareTypeCatalog } from "#core";
import type { LanguageDocument, LanguageService, LanguageServiceOptions, OpenOptions } from "../care-coverage-language";
import type * as main from "../care-coverage";
import { DOCUMENT_QUESTIONS } from "./language-questions.ts";
import type { Call } from "./messages.ts";
import type { Given, More } from "./thread.ts";

export const LANGUAGE: More = {
  methods: {
    ...Object.fromEntries(Object.keys(DOCUMENT_QUESTIONS).map((method) => [method, (on, ...given): Given => ({ value: on[method](...given) })])),
    createLanguageService: (catalog: CareTypeCatalog, options?: LanguageServiceOptions) => ({ object: createLanguageService(catalog, options) }),
    openText(service: LanguageService, text: string, options: OpenOptions) {
      const object = service.open(text, options);
      return { object, value: object.kind };
    },
    update(document: LanguageDocument, edits: readonly main.TextEdit[]) {
      document.update(edits);
      return {};
    },
  },
  // Requirements are judged by the second module.
  needsAmounts: ({ method, given }: Call) => method === "openText" && (given[1] as Partial<OpenOptions> | undefined)?.kind === "profile",
};

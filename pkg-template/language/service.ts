// The language service of a catalogue.
import type * as api from "../care-coverage-language";
import type * as main from "../care-coverage";
import { disposable } from "../api/disposable.ts";
import { unusable } from "../error.ts";
import { readable } from "../readable.ts";
import { optionsOf, textOf } from "./arguments.ts";
import type { Codes } from "./context.ts";
import { LanguageDocument, type Shared } from "./document.ts";
import { KINDS } from "./shapes.ts";
import { LANGUAGES, Speech } from "./speech.ts";
import type { DocumentKind, LanguageName } from "./types.ts";

export function createLanguageService(catalog: main.CareTypeCatalog, options?: api.LanguageServiceOptions): api.LanguageService {
  return new LanguageService(catalog, options);
}

class LanguageService implements api.LanguageService {
  #shared: Shared | undefined;
  /** Those that are not free yet. */
  readonly #open = new Set<LanguageDocument>();

  constructor(catalog: main.CareTypeCatalog, options: api.LanguageServiceOptions | undefined) {
    const { language = "en", validate } = optionsOf<api.LanguageServiceOptions>(options, ["language", "validate"]);
    if (!LANGUAGES.includes(language as LanguageName)) throw unusable("wrong_type", `language: expected one of ${LANGUAGES.map((name) => `\`${name}\``).join(", ")}`);
    let codes: Codes | undefined;
    this.#shared = {
      catalog, speech: new Speech(language as LanguageName), validation: validate as main.ValidateOptions | undefined,
      codes: () => (codes ??= codesOf(catalog)),
    };
    // A catalogue that is none, one that was freed, and options that are wrong are thrown here, and not with the first question.
    if (readable(() => typeof catalog?.validateCoverageText) !== "function") throw unusable("wrong_type", "catalog: expected a CareTypeCatalog");
    catalog.validateCoverageText("{}", this.#shared.validation);
  }

  open(text: string, options: api.OpenOptions): LanguageDocument {
    if (this.#shared === undefined) throw unusable("freed", "this LanguageService was freed", { object: "LanguageService" });
    const { kind } = optionsOf<api.OpenOptions>(options, ["kind"]);
    if (!KINDS.includes(kind as DocumentKind)) throw unusable("wrong_type", `kind: expected one of ${KINDS.map((name) => `\`${name}\``).join(", ")}`);
    const document = new LanguageDocument(this.#shared, textOf(text, "text"), kind as DocumentKind, (document) => this.#open.delete(document));
    this.#open.add(document);
    return document;
  }

  free(): void {
    for (const document of this.#open) document.free();
    this.#open.clear();
    this.#shared = undefined;
  }

  declare [Symbol.dispose]: () => void;
}

disposable(LanguageService);

function codesOf(catalog: main.CareTypeCatalog): Codes {
  const { internal_care_type_by_short_code, care_type_group_by_short_code } = catalog.getCareTypeMappings();
  const inOrder = (codes: string[]) => codes.sort((a, b) => (a < b ? -1 : 1));
  return {
    careTypes: inOrder(Object.keys(internal_care_type_by_short_code)).map((code) => catalog.careType(code)!),
    groups: inOrder(Object.keys(care_type_group_by_short_code)).map((code) => catalog.group(code)!),
    known: catalog.knownValues(),
  };
}

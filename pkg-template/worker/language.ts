// The language service of a worker as its client has it: each question is a promise.
import type * as main from "../care-coverage";
import type * as language from "../care-coverage-language";
import type * as api from "../care-coverage-language-worker";
import type { CatalogInWorker } from "../care-coverage-worker";
import { disposable } from "../api/disposable.ts";
import { printed } from "../api/printed.ts";
import type { Remote } from "./connection.ts";
import { DOCUMENT_QUESTIONS } from "./language-questions.ts";
import { answering, keep, poolOf, remoteOf } from "./objects.ts";
import { split } from "./options.ts";
import type { Pool } from "./pool.ts";
import { signalOf } from "./stop.ts";

export async function createLanguageService(catalog: CatalogInWorker, options?: api.LanguageServiceInWorkerOptions): Promise<LanguageServiceInWorker> {
  const remote = remoteOf(catalog, "CatalogInWorker of care-coverage/language/worker");
  const [signal, others] = split(options);
  const [made] = await remote.make("createLanguageService", [others], signal, "LanguageServiceInWorker");
  return new LanguageServiceInWorker(made, poolOf(remote), catalog);
}

class LanguageServiceInWorker implements api.LanguageServiceInWorker {
  /** What nobody has any more is freed, in the worker, too: the service is of no use without it. */
  readonly #catalog: CatalogInWorker;

  constructor(remote: Remote, pool: Pool, catalog: CatalogInWorker) {
    this.#catalog = catalog;
    keep(this, remote, pool);
  }

  async open(text: string, options: language.OpenOptions & api.AskOptions): Promise<LanguageDocumentInWorker> {
    const remote = remoteOf(this, "LanguageServiceInWorker");
    const [, others] = split(options);
    const [made, kind] = await remote.make("openText", [text, others], signalOf(options), "LanguageDocumentInWorker");
    return new LanguageDocumentInWorker(made, kind as language.DocumentKind, poolOf(remote), this);
  }

  free(): void {
    remoteOf(this, "LanguageServiceInWorker").free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(LanguageServiceInWorker);
printed(LanguageServiceInWorker, "LanguageServiceInWorker", () => ({}));

interface LanguageDocumentInWorker extends Pick<api.LanguageDocumentInWorker, keyof typeof DOCUMENT_QUESTIONS> {}

class LanguageDocumentInWorker implements api.LanguageDocumentInWorker {
  readonly kind: language.DocumentKind;
  /** Which frees its documents with it. */
  readonly #service: LanguageServiceInWorker;

  constructor(remote: Remote, kind: language.DocumentKind, pool: Pool, service: LanguageServiceInWorker) {
    this.kind = kind;
    this.#service = service;
    keep(this, remote, pool);
  }

  /** Cannot be taken back: what comes after it is of the text behind it. */
  async update(edits: readonly main.TextEdit[]): Promise<void> {
    await remoteOf(this, "LanguageDocumentInWorker").ask("update", [edits], undefined);
  }

  free(): void {
    remoteOf(this, "LanguageDocumentInWorker").free();
  }

  declare [Symbol.dispose]: () => void;
}

answering(LanguageDocumentInWorker, "LanguageDocumentInWorker", DOCUMENT_QUESTIONS);
disposable(LanguageDocumentInWorker);
printed(LanguageDocumentInWorker, "LanguageDocumentInWorker", ({ kind }) => ({ kind }));

// What an adapter asks: a service in the program, or one in a worker. Both are asked alike, by promises.
import type { TextEdit } from "../care-coverage";
import type * as here from "../care-coverage-language";
import type * as away from "../care-coverage-language-worker";

export type Service = here.LanguageService | away.LanguageServiceInWorker;
export type Document = here.LanguageDocument | away.LanguageDocumentInWorker;

/** A text that an editor has open. It is read with the first question, and again where an answer failed, as when a worker has ended. */
export class Asked {
  #document: Promise<Document> | null = null;
  #isClosed = false;
  readonly #open: () => Promise<Document>;

  constructor(service: Service, kind: here.DocumentKind, textNow: () => string) {
    this.#open = async () => service.open(textNow(), { kind });
  }

  /** The edits come before every question that is asked behind them. */
  update(edits: readonly TextEdit[]): void {
    this.#document?.then((document) => document.update(edits)).catch(() => this.reopen());
  }

  /** Null once it is closed. */
  async ask<T>(question: (document: Document) => T | Promise<T>): Promise<T | null> {
    if (this.#isClosed) return null;
    try {
      const document = await (this.#document ??= this.#open());
      const answer = this.#isClosed ? null : await question(document);
      return this.#isClosed ? null : answer;
    } catch (error) {
      if (this.#isClosed) return null;
      this.reopen();
      throw error;
    }
  }

  /** The text is another one. */
  reopen(): void {
    this.#document?.then((document) => document.free()).catch(() => undefined);
    this.#document = null;
  }

  close(): void {
    this.#isClosed = true;
    this.reopen();
  }
}

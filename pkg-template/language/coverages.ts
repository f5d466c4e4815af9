// What is wrong with the texts of a coverage that is being edited? An earlier one has analyzed most of it already.
import type * as main from "../care-coverage";
import { isRefusal } from "../error.ts";

/** After so many texts the earlier one is replaced: each differs from it in a little more. */
const MOST_TEXTS = 100;

/** So many after one that could not be compiled, another one is tried. */
const RETRY = 10;

export class CoverageReader {
  readonly #catalog: main.CareTypeCatalog;
  readonly #validation: main.ValidateOptions | undefined;
  #earlier: main.Coverage | undefined;
  #texts = 0;

  constructor(catalog: main.CareTypeCatalog, validation: main.ValidateOptions | undefined) {
    this.#catalog = catalog;
    this.#validation = validation;
  }

  of(text: string): main.TextDiagnostic[] {
    if (this.#texts % MOST_TEXTS === 0) {
      this.#texts = 0;
      this.#compile(text);
    }
    this.#texts += 1;
    return this.#earlier ? this.#earlier.validateText(text, this.#validation) : this.#catalog.validateCoverageText(text, this.#validation);
  }

  /** Where the text cannot be compiled, the earlier one stays. */
  #compile(text: string): void {
    try {
      const now = this.#catalog.compileCoverage(JSON.parse(text) as main.CoveragePayload);
      this.free();
      this.#earlier = now;
    } catch (error) {
      if (!isRefusal(error) && !(error instanceof SyntaxError)) throw error;
      // One of the next may be compiled.
      this.#texts = MOST_TEXTS - RETRY;
    }
  }

  free(): void {
    this.#earlier?.free();
    this.#earlier = undefined;
  }
}

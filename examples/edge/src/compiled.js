// Coverages that were compiled: of each, matching an act then costs microseconds.

/** The last used ones of one catalogue. */
export class CompiledCoverages {
  #capacity;
  #catalog = null;
  /** By name and version, the least recently used first. */
  #coverages = new Map();

  constructor(capacity) {
    this.#capacity = capacity;
  }

  /** The coverage of a stored payload. */
  get(catalog, payload) {
    if (catalog !== this.#catalog) {
      this.#catalog = catalog;
      this.#coverages.clear();
    }
    const key = JSON.stringify([payload.name, payload.version]);
    const coverage = this.#coverages.get(key) ?? catalog.compileCoverage(payload);
    this.#coverages.delete(key);
    this.#coverages.set(key, coverage);
    const [oldest] = this.#coverages.keys();
    if (this.#coverages.size > this.#capacity) this.#coverages.delete(oldest);
    return coverage;
  }
}

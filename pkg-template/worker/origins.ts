// What the objects of a worker were made of, so that another worker can make the same.
import { CareTypeCatalog, Coverage } from "#core";

interface Origin {
  data: any;
  options: any;
}

export class Origins {
  /** Only where there may be another worker. */
  areKept = false;
  /** By catalogue and by coverage: those of the catalogue. */
  readonly #known = new WeakMap<object, Origin>();

  set(catalog: CareTypeCatalog, origin: Origin): void {
    if (this.areKept) this.#known.set(catalog, origin);
  }

  /** A coverage that was made of a catalogue, or of another coverage. */
  setAs(coverage: Coverage, of: object): void {
    const origin = this.#known.get(of);
    if (origin) this.#known.set(coverage, origin);
  }

  /** The catalogue and the payload of a coverage as JSON texts, which no other thread needs to read on their way. */
  partsOf(coverage: Coverage): Uint8Array[] {
    const { data, options } = this.#known.get(coverage)!;
    const encoder = new TextEncoder();
    return [[data, options ?? {}], coverage.toPayload()].map((value) => encoder.encode(JSON.stringify(value, (_, value) => (value instanceof Set ? [...value] : value))));
  }

  coverageOf(parts: readonly Uint8Array[]): Coverage {
    const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
    const [[data, options], payload] = parts.map((part) => JSON.parse(decoder.decode(part)));
    const catalog = new CareTypeCatalog(data, options);
    try {
      return catalog.compileCoverage(payload) as Coverage;
    } finally {
      // The coverage survives it.
      catalog.free();
    }
  }
}

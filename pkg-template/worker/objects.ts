// The objects of a worker as its client has them: each call is a question to it.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import { disposable } from "../api/disposable.ts";
import { printed } from "../api/printed.ts";
import type { Vocabulary } from "../codes.ts";
import { ActEncoder } from "../encoder.ts";
import { behind, findable } from "../itself.ts";
import type { Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import { evaluate } from "./evaluate.ts";
import { type Compiled, type Made, QUESTIONS, type Tried } from "./messages.ts";
import { split } from "./options.ts";
import type { Pool } from "./pool.ts";
import { signalOf } from "./stop.ts";

/** Frees what nobody has any more. */
const forgotten = new FinalizationRegistry<Remote>((remote) => remote.free());

/** What belongs to an object. */
const remotes = new WeakMap<object, Remote>();
/** The workers of a client, by what belongs to an object. */
const pools = new WeakMap<Remote, Pool>();

export function poolOf(remote: Remote): Pool {
  return pools.get(remote)!;
}

export function remoteOf(object: object, name: string): Remote {
  return remotes.get(object) ?? behind(object, (object) => remotes.get(object), name);
}

export function keep(object: object, remote: Remote, pool: Pool): void {
  remotes.set(object, remote);
  pools.set(remote, pool);
  forgotten.register(object, remote);
  findable(object);
}

/** Puts the methods on a class whose arguments and answers are values. `counts`: how many arguments each takes before its options. */
export function answering(constructor: { prototype: object }, name: string, counts: Record<string, number>): void {
  for (const [method, length] of Object.entries(counts)) {
    const value = async function (this: object, ...given: unknown[]): Promise<unknown> {
      const [signal, options] = split(given[length] as api.AskOptions | undefined);
      return remoteOf(this, name).ask(method, [...Array.from({ length }, (_, index) => given[index]), options], signal);
    };
    Object.defineProperty(constructor.prototype, method, { value, configurable: true, writable: true });
  }
}

export interface CatalogInWorker extends Pick<api.CatalogInWorker, keyof typeof QUESTIONS.catalog> {}

export class CatalogInWorker implements api.CatalogInWorker {
  readonly careTypeCount: number;
  readonly careTypeGroupCount: number;
  readonly diagnostics: readonly main.Diagnostic[];

  constructor(remote: Remote, { careTypeCount, careTypeGroupCount, diagnostics }: Made, pool: Pool) {
    this.careTypeCount = careTypeCount;
    this.careTypeGroupCount = careTypeGroupCount;
    this.diagnostics = diagnostics;
    keep(this, remote, pool);
  }

  async compileCoverage(payload: main.AsJson<main.CoveragePayload>, options?: api.AskOptions): Promise<api.CoverageInWorker> {
    const remote = remoteOf(this, "CatalogInWorker");
    return made(await remote.make("compileCoverage", [payload], signalOf(options), "CoverageInWorker"), poolOf(remote));
  }

  async tryCompile(payload: unknown, options?: api.AskOptions): Promise<api.CompileResultInWorker> {
    const remote = remoteOf(this, "CatalogInWorker");
    return tried(await remote.make("tryCompile", [payload], signalOf(options), "CoverageInWorker"), poolOf(remote));
  }

  async tryCompileText(text: string | Uint8Array, options?: api.AskOptions): Promise<api.CompileResultInWorker<main.TextDiagnostic>> {
    const remote = remoteOf(this, "CatalogInWorker");
    return tried(await remote.make("tryCompileText", [text], signalOf(options), "CoverageInWorker"), poolOf(remote));
  }

  free(): void {
    remoteOf(this, "CatalogInWorker").free();
  }

  declare [Symbol.dispose]: () => void;
}

answering(CatalogInWorker, "CatalogInWorker", QUESTIONS.catalog);
disposable(CatalogInWorker);
printed(CatalogInWorker, "CatalogInWorker", ({ careTypeCount, careTypeGroupCount }) => ({ careTypeCount, careTypeGroupCount }));

export interface CoverageInWorker extends Pick<api.CoverageInWorker, keyof typeof QUESTIONS.coverage> {}

export class CoverageInWorker implements api.CoverageInWorker {
  readonly name: string;
  readonly version: number;
  readonly guaranteeNames: readonly string[];

  constructor(remote: Remote, { name, version, guaranteeNames }: Compiled, pool: Pool) {
    this.name = name;
    this.version = version;
    this.guaranteeNames = Object.freeze(guaranteeNames);
    keep(this, remote, pool);
  }

  async withPayload(payload: main.AsJson<main.CoveragePayload>, options?: api.AskOptions): Promise<api.CoverageInWorker> {
    const remote = remoteOf(this, "CoverageInWorker");
    return made(await remote.make("withPayload", [payload], signalOf(options), "CoverageInWorker"), poolOf(remote));
  }

  async diff(next: api.CoverageInWorker, options?: main.DiffOptions & api.AskOptions): Promise<main.CoverageDiff> {
    return (await compared(this, "diff", next, options)) as main.CoverageDiff;
  }

  async compareAmounts(next: api.CoverageInWorker, options: main.CompareAmountsOptions & api.AskOptions): Promise<main.AmountComparison> {
    return (await compared(this, "compareAmounts", next, options)) as main.AmountComparison;
  }

  async evaluate(acts: api.ActSource, options?: api.EvaluateOptions): Promise<main.Evaluation> {
    const remote = remoteOf(this, "CoverageInWorker");
    return remote.held(() => evaluate(remote, poolOf(remote), this.guaranteeNames, (signal) => encoderOf(remote, signal), acts, options ?? {}));
  }

  async evaluateText(text: api.TextSource, format: "ndjson" | "csv", options?: Omit<api.EvaluateOptions, "format">): Promise<main.Evaluation> {
    return this.evaluate(text, { ...options, format });
  }

  free(): void {
    remoteOf(this, "CoverageInWorker").free();
  }

  declare [Symbol.dispose]: () => void;
}

/** A coverage of this client. */
export function ofPool(coverage: api.CoverageInWorker, pool: Pool): Remote {
  const remote = remoteOf(coverage, "coverage of a worker");
  if (poolOf(remote) !== pool) throw unusable("wrong_type", "expected a coverage of the same worker");
  return remote;
}

/** Asks for two coverages of one worker. */
async function compared(coverage: CoverageInWorker, method: string, next: api.CoverageInWorker, options: api.AskOptions | undefined): Promise<unknown> {
  const remote = remoteOf(coverage, "CoverageInWorker");
  const other = ofPool(next, poolOf(remote));
  const [signal, given] = split(options);
  return other.held(() => remote.ask(method, [other.number, given], signal));
}

answering(CoverageInWorker, "CoverageInWorker", QUESTIONS.coverage);
disposable(CoverageInWorker);
printed(CoverageInWorker, "CoverageInWorker", ({ name, version, guaranteeNames }) => ({ name, version, guarantees: guaranteeNames.length }));

function made([remote, compiled]: [Remote, unknown], pool: Pool): CoverageInWorker {
  return new CoverageInWorker(remote, compiled as Compiled, pool);
}

function tried<D extends main.Diagnostic>([remote, answer]: [Remote, unknown], pool: Pool): api.CompileResultInWorker<D> {
  const { compiled, diagnostics } = answer as Tried;
  return { coverage: compiled && new CoverageInWorker(remote, compiled, pool), diagnostics: diagnostics as D[] };
}

const encoders = new WeakMap<Remote, ActEncoder>();

/** For acts of this coverage. */
async function encoderOf(remote: Remote, signal: api.AbortSignalLike | undefined): Promise<ActEncoder> {
  const known = encoders.get(remote);
  if (known) return known;
  const encoder = new ActEncoder((await remote.askHeld("vocabulary", [], signal)) as Vocabulary);
  encoders.set(remote, encoder);
  return encoder;
}

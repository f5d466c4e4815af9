// The classes of the client: each call is a question to the worker.
import core from "#core";
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import type { Vocabulary } from "../codes.ts";
import { ActEncoder } from "../encoder.ts";
import { isModule } from "../is-module.ts";
import { Connection, Remote } from "./connection.ts";
import { readable, unusable } from "./errors.ts";
import { evaluate } from "./evaluate.ts";
import type { Compiled } from "./messages.ts";
import { has } from "./reading.ts";
import { signalOf } from "./stop.ts";

/** What an entry brings: its worker, and the package itself, whose import starts `#core`. */
interface Own {
  worker(): api.WorkerLike;
  load(): Promise<unknown>;
}

export async function connect(options: api.CoverageWorkerOptions | undefined, own: Own): Promise<CoverageWorker> {
  const module = options?.module ?? (await moduleOfProgram(own));
  if (!isModule(module)) throw unusable("wrong_type", "`module`: expected a compiled WebAssembly.Module");
  const connection = new Connection(options?.worker ?? own.worker());
  try {
    await connection.ask({ on: 0, method: "start", given: [module, core.maxMemory()], makes: null }, undefined);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return new CoverageWorker(connection);
}

async function moduleOfProgram(own: Own): Promise<WebAssembly.Module | undefined> {
  if (!core.startedModule()) await own.load();
  return core.startedModule();
}

/** Frees what nobody has any more. */
const forgotten = new FinalizationRegistry<Remote>((remote) => remote.free());

class CoverageWorker implements api.CoverageWorker {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async createCatalog(data: Parameters<api.CoverageWorker["createCatalog"]>[0], options?: main.DeepReadonly<main.CareTypeCatalogOptions> & api.AskOptions): Promise<CatalogInWorker> {
    const [signal, others] = split(options);
    const [remote] = await new Remote(this.#connection, 0, "CoverageWorker").make("createCatalog", [data, others], signal, "CatalogInWorker");
    return new CatalogInWorker(remote);
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

class CatalogInWorker implements api.CatalogInWorker {
  readonly #remote: Remote;

  constructor(remote: Remote) {
    this.#remote = remote;
    forgotten.register(this, remote);
  }

  async validateCoverage(payload: unknown, options?: main.ValidateOptions & api.AskOptions): Promise<main.Diagnostic[]> {
    const [signal, others] = split(options);
    return (await this.#remote.ask("validateCoverage", [payload, others], signal)) as main.Diagnostic[];
  }

  async validateCoverageText(text: string | Uint8Array, options?: main.ValidateOptions & api.AskOptions): Promise<main.TextDiagnostic[]> {
    const [signal, others] = split(options);
    return (await this.#remote.ask("validateCoverageText", [text, others], signal)) as main.TextDiagnostic[];
  }

  async compileCoverage(payload: main.AsJson<main.CoveragePayload>, options?: api.AskOptions): Promise<CoverageInWorker> {
    const [remote, compiled] = await this.#remote.make("compileCoverage", [payload], signalOf(options), "CoverageInWorker");
    return new CoverageInWorker(remote, compiled as Compiled);
  }

  free(): void {
    this.#remote.free();
  }
}

class CoverageInWorker implements api.CoverageInWorker {
  readonly name: string;
  readonly version: number;
  readonly guaranteeNames: readonly string[];
  readonly #remote: Remote;
  #encoder: ActEncoder | undefined;

  constructor(remote: Remote, { name, version, guaranteeNames }: Compiled) {
    this.name = name;
    this.version = version;
    this.guaranteeNames = Object.freeze(guaranteeNames);
    this.#remote = remote;
    forgotten.register(this, remote);
  }

  async analyze(options?: main.AsJson<main.AnalyzeOptions> & api.AskOptions): Promise<main.CoverageAnalysis> {
    const [signal, others] = split(options);
    return (await this.#remote.ask("analyze", [others], signal)) as main.CoverageAnalysis;
  }

  async diff(next: api.CoverageInWorker, options?: api.AskOptions): Promise<main.CoverageDiff> {
    if (typeof next !== "object" || next === null || !(#remote in next)) throw unusable("wrong_type", "expected a coverage of a worker");
    const other = next.#remote;
    if (other.connection !== this.#remote.connection) throw unusable("wrong_type", "expected a coverage of the same worker");
    return (await other.held(() => this.#remote.ask("diff", [other.number], signalOf(options)))) as main.CoverageDiff;
  }

  async evaluate(acts: api.ActSource, options?: api.EvaluateOptions): Promise<main.Evaluation> {
    return this.#remote.held(() => evaluate(this.#remote, this.guaranteeNames, (signal) => this.#encoderOf(signal), acts, options ?? {}));
  }

  free(): void {
    this.#remote.free();
  }

  /** For acts of this coverage. */
  async #encoderOf(signal: api.AbortSignalLike | undefined): Promise<ActEncoder> {
    return (this.#encoder ??= new ActEncoder((await this.#remote.askHeld("vocabulary", [], signal)) as Vocabulary));
  }
}

/** The signal, and the options that the worker reads. */
function split<T extends api.AskOptions>(options: T | undefined): [signal: api.AbortSignalLike | undefined, others: unknown] {
  // What is no object of options, the package refuses.
  if (!has(options, "signal")) return [undefined, options];
  const { signal, ...others } = readable(() => ({ ...(options as T) }));
  return [signalOf({ signal }), others];
}

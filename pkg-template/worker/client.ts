// The way to a worker, and what is asked of the worker itself.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import { printed } from "../api/printed.ts";
import { isModule } from "../is-module.ts";
import { maxMemory } from "../memory.ts";
import { amountsModule, startedModule } from "../started.ts";
import { Connection, Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import type { Made } from "./messages.ts";
import { CatalogInWorker, ofConnection } from "./objects.ts";
import { split } from "./options.ts";

/** What an entry brings: its worker, and the package itself, whose import starts the engine of this program. */
interface Own {
  worker(): api.WorkerLike;
  load(): Promise<unknown>;
}

export async function connect(options: api.CoverageWorkerOptions | undefined, own: Own): Promise<CoverageWorker> {
  const module = options?.module ?? startedModule();
  if (module !== undefined && !isModule(module)) throw unusable("wrong_type", "`module`: expected a compiled WebAssembly.Module");
  const connection = new Connection(options?.worker ?? own.worker(), async () => {
    await own.load();
    return amountsModule();
  });
  const ask = (method: string, ...given: unknown[]) => connection.ask({ on: 0, method, given, makes: null }, undefined);
  try {
    const memory = options?.maxMemory ?? maxMemory();
    await ask("bound", memory);
    if (module !== undefined) await ask("start", module);
    else if (!(await ask("load"))) {
      // Where the worker cannot fetch the module: a bundler has left the file behind, or a policy forbids it.
      await own.load();
      await ask("start", startedModule());
    }
  } catch (error) {
    await connection.close();
    throw error;
  }
  return new CoverageWorker(connection);
}

type Stacked = Parameters<api.CoverageWorker["reimburseStack"]> extends [unknown, ...infer Rest] ? Rest : never;

class CoverageWorker implements api.CoverageWorker {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async createCatalog(data: Parameters<api.CoverageWorker["createCatalog"]>[0], options?: main.DeepReadonly<main.CareTypeCatalogOptions> & api.AskOptions): Promise<CatalogInWorker> {
    const [signal, others] = split(options);
    const [remote, made] = await new Remote(this.#connection, 0, "CoverageWorker").make("createCatalog", [data, others], signal, "CatalogInWorker");
    return new CatalogInWorker(remote, made as Made);
  }

  async reimburseStack(coverages: readonly api.CoverageInWorker[], ...given: Stacked): Promise<main.StackedReimbursement> {
    if (!Array.isArray(coverages)) throw unusable("wrong_type", "coverages: expected an array of coverages");
    const remotes = coverages.map((coverage) => ofConnection(coverage, this.#connection));
    const [act, counters, options] = given;
    const [signal, others] = split(options);
    const ask = () => this.#connection.ask({ on: 0, method: "reimburseStack", given: [remotes.map(({ number }) => number), act, counters, others], makes: null }, signal);
    // All are held until the answer.
    const holding = remotes.reduceRight((ask, remote) => () => remote.held(ask), ask);
    return (await holding()) as main.StackedReimbursement;
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

printed(CoverageWorker, "CoverageWorker", () => ({}));

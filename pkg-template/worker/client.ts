// The way to a worker, and what is asked of the worker itself.
import type * as main from "../care-coverage";
import type * as api from "../care-coverage-worker";
import { printed } from "../api/printed.ts";
import { isModule } from "../is-module.ts";
import { maxMemory } from "../memory.ts";
import { sidesOf } from "../simulate/given.ts";
import { amountsModule, startedModule } from "../started.ts";
import { Connection, Remote } from "./connection.ts";
import { unusable } from "./errors.ts";
import type { Made } from "./messages.ts";
import { CatalogInWorker, ofPool } from "./objects.ts";
import { split } from "./options.ts";
import { Pool } from "./pool.ts";
import { simulate } from "./simulate.ts";

/** What an entry brings: its worker, the package itself, whose import starts the engine of this program, and the processor's cores. */
interface Own {
  worker(): api.WorkerLike;
  load(): Promise<unknown>;
  cores(): number;
}

export async function connect(options: api.CoverageWorkerOptions | undefined, own: Own): Promise<CoverageWorker> {
  const limit = limitOf(options, own);
  const worker = options?.worker;
  const make = () => (typeof worker === "function" ? worker() : (worker ?? own.worker()));
  const start = (name: string) => started(make, name, limit > 1, options, own);
  return new CoverageWorker(new Pool(await start("the worker"), limit, () => start("one of the workers")));
}

/** How many workers there may be. */
function limitOf(options: api.CoverageWorkerOptions | undefined, own: Own): number {
  const workers = options?.workers ?? "all";
  if (workers !== "all" && !(Number.isInteger(workers) && workers >= 1)) throw unusable("wrong_type", "`workers`: expected a whole number from 1, or `all`");
  const isOne = typeof options?.worker === "object";
  if (isOne && typeof workers === "number" && workers > 1) throw unusable("wrong_type", "`worker`: expected a function that makes a worker, because there may be several");
  if (isOne) return 1;
  return workers === "all" ? Math.max(1, own.cores() - 1) : workers;
}

async function started(
  make: () => api.WorkerLike, name: string, isPool: boolean, options: api.CoverageWorkerOptions | undefined, own: Own,
): Promise<Connection> {
  const module = options?.module ?? startedModule();
  if (module !== undefined && !isModule(module)) throw unusable("wrong_type", "`module`: expected a compiled WebAssembly.Module");
  const amounts = async () => {
    await own.load();
    return amountsModule();
  };
  const connection = new Connection(make(), amounts, name);
  const ask = (method: string, ...given: unknown[]) => connection.ask({ on: 0, method, given, makes: null }, undefined);
  try {
    await ask("bound", options?.maxMemory ?? maxMemory(), isPool);
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
  return connection;
}

type Stacked = Parameters<api.CoverageWorker["reimburseStack"]> extends [unknown, ...infer Rest] ? Rest : never;

class CoverageWorker implements api.CoverageWorker {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async createCatalog(data: Parameters<api.CoverageWorker["createCatalog"]>[0], options?: main.DeepReadonly<main.CareTypeCatalogOptions> & api.AskOptions): Promise<CatalogInWorker> {
    const [signal, others] = split(options);
    const [remote, made] = await new Remote(this.#pool.first, 0, "CoverageWorker").make("createCatalog", [data, others], signal, "CatalogInWorker");
    return new CatalogInWorker(remote, made as Made, this.#pool);
  }

  async reimburseStack(coverages: readonly api.CoverageInWorker[], ...given: Stacked): Promise<main.StackedReimbursement> {
    if (!Array.isArray(coverages)) throw unusable("wrong_type", "coverages: expected an array of coverages");
    const remotes = coverages.map((coverage) => ofPool(coverage, this.#pool));
    const [act, counters, options] = given;
    const [signal, others] = split(options);
    const ask = () => this.#pool.first.ask({ on: 0, method: "reimburseStack", given: [remotes.map(({ number }) => number), act, counters, others], makes: null }, signal);
    // All are held until the answer.
    const holding = remotes.reduceRight((ask, remote) => () => remote.held(ask), ask);
    return (await holding()) as main.StackedReimbursement;
  }

  async simulate(
    current: main.CoverageOrStack<api.CoverageInWorker>, draft: main.CoverageOrStack<api.CoverageInWorker> | null, claims: api.ClaimSource,
    options: api.WorkerSimulateOptions = {},
  ): Promise<main.Simulation> {
    const sides = sidesOf(current, draft, (coverage) => ofPool(coverage, this.#pool));
    const ask = () => simulate(this.#pool, sides, claims, options);
    // All are held until the answer.
    return [...sides.current, ...(sides.draft ?? [])].reduceRight((ask, remote) => () => remote.held(ask), ask)();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

printed(CoverageWorker, "CoverageWorker", () => ({}));

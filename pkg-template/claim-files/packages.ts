// The packages that read files of columns. They are no part of this one: a program that reads such files has them, and they are loaded when
// they are first needed.
import { unusable } from "../error.ts";

export interface Packages {
  hyparquet: typeof import("hyparquet");
  "hyparquet-compressors": { compressors: Record<string, unknown> };
  "apache-arrow": typeof import("apache-arrow");
}

export type Name = keyof Packages;

/** By name: how each is loaded. */
export type Loaders = { [N in Name]?: () => Promise<Packages[N]> };

const loaders: Loaders = {};
const loaded: { [N in Name]?: Promise<Packages[N]> } = {};

/** Says how packages are loaded; what is said last counts, so that a program has its own where they are found by their names, too. */
export function provide(given: Loaders): void {
  for (const [name, load] of Object.entries(given)) (loaders as Record<string, unknown>)[name] = load;
}

export function load<N extends Name>(name: N): Promise<Packages[N]> {
  const load = loaders[name] as (() => Promise<Packages[N]>) | undefined;
  const missing = (why: string) => unusable("wrong_type", `the package \`${name}\`, which reads such a file, is not there: ${why}`);
  const coming = (loaded[name] as Promise<Packages[N]> | undefined) ??
    (load === undefined
      ? Promise.reject(missing("give `createCoverageWorker` a `worker` that provides it, see docs/simulation.md"))
      : load().catch((error: unknown) => Promise.reject(missing(error instanceof Error ? error.message : String(error)))));
  (loaded as Record<string, unknown>)[name] = coming;
  // It may be there next time.
  coming.catch(() => delete loaded[name]);
  return coming;
}

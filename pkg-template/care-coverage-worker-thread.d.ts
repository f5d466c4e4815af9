/**
 * The worker's side of "care-coverage/worker", for those who make the worker themselves:
 *
 *     createCoverageWorker({ worker: new Worker(new URL("care-coverage/worker/thread", import.meta.url), { type: "module" }) });
 *
 * It is of no use outside of a worker. In a browser a program that reads Parquet or Arrow has a file of its own for the worker, in
 * which its bundler finds the packages that read them:
 *
 *     import { provide } from "care-coverage/worker/thread";
 *
 *     provide({ hyparquet: () => import("hyparquet"), "apache-arrow": () => import("apache-arrow") });
 */

/** Says how the packages are loaded that read files of columns, when they are first needed. In Node, Bun and Deno they are found by their
 *  names: `hyparquet` reads Parquet, with `hyparquet-compressors` where it is compressed by other than Snappy; `apache-arrow` reads
 *  Arrow. What is said last counts. */
export function provide(packages: {
  hyparquet?: () => Promise<object>;
  "hyparquet-compressors"?: () => Promise<object>;
  "apache-arrow"?: () => Promise<object>;
}): void;

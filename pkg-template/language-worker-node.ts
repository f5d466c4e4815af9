// The client of a worker with the language service, in Node, Bun and Deno.
import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import type { CoverageWorker, CoverageWorkerOptions } from "./care-coverage-worker";
import { connect } from "./worker/client.ts";

export { createLanguageService } from "./worker/language.ts";

export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker> {
  return connect(options, {
    worker: () => new Worker(new URL("./language-thread-node.js", import.meta.url)),
    load: () => import("#node"),
    // Deno asks for a permission to list processors.
    cores: () => globalThis.navigator?.hardwareConcurrency ?? cpus().length,
  });
}

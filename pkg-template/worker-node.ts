// The client of a worker in Node, Bun and Deno. Their web workers, where they have them, would keep the program alive.
import { cpus } from "node:os";
import { Worker } from "node:worker_threads";
import { connect } from "./worker/client.ts";
import type { CoverageWorker, CoverageWorkerOptions } from "./care-coverage-worker";

export { applyFixes } from "./apply-fixes.ts";
export { formatDiagnostics } from "./format-diagnostics.ts";

export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker> {
  return connect(options, {
    worker: () => new Worker(new URL("./worker-thread-node.js", import.meta.url)),
    load: () => import("#node"),
    // Deno asks for a permission to list processors.
    cores: () => globalThis.navigator?.hardwareConcurrency ?? cpus().length,
  });
}

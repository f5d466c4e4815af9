// The client of a worker in browsers, and in what bundlers make for them: they follow `new Worker(new URL(…))` as it is written here.
import { connect } from "./worker/client.ts";
import type { CoverageWorker, CoverageWorkerOptions } from "./care-coverage-worker";

export { applyFixes } from "./apply-fixes.ts";
export { formatDiagnostics } from "./format-diagnostics.ts";

export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker> {
  return connect(options, {
    worker: () => new Worker(new URL("./worker-thread.js", import.meta.url), { type: "module" }),
    load: () => import("#index"),
    cores: () => navigator.hardwareConcurrency,
  });
}

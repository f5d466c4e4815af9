// The client of a worker with the language service, in browsers and in what bundlers make for them: they follow `new Worker(new URL(…))` as it
// is written here.
import type { CoverageWorker, CoverageWorkerOptions } from "./care-coverage-worker";
import { connect } from "./worker/client.ts";

export { createLanguageService } from "./worker/language.ts";

export function createCoverageWorker(options?: CoverageWorkerOptions): Promise<CoverageWorker> {
  return connect(options, {
    worker: () => new Worker(new URL("./language-thread.js", import.meta.url), { type: "module" }),
    load: () => import("#index"),
    cores: () => navigator.hardwareConcurrency,
  });
}

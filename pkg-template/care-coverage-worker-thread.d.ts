/**
 * The worker's side of "care-coverage/worker", for those who make the worker themselves:
 *
 *     createCoverageWorker({ worker: new Worker(new URL("care-coverage/worker/thread", import.meta.url), { type: "module" }) });
 *
 * It exports nothing, and is of no use outside of a worker.
 */
export {};

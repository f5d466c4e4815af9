/**
 * The worker's side of "care-coverage/language/worker", for those who make the worker themselves. It is that of "care-coverage/worker/thread"
 * with the language service, and of no use outside of a worker.
 */
export { provide } from "./worker/thread.js";

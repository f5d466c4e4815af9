// A worker of any kind, as the client uses it.
import type { NodeWorkerLike, WebWorkerLike, WorkerLike } from "../care-coverage-worker";
import { unusable } from "./errors.ts";

export interface Listener {
  receive(data: any): void;
  /** The worker cannot be used any more. */
  end(why: string): void;
}

export interface Port {
  post(message: unknown, transfer: ArrayBuffer[]): void;
  end(): unknown;
  /** Whether the worker keeps the program alive. */
  keep(isAlive: boolean): void;
}

export function open(worker: WorkerLike, listener: Listener): Port {
  if (typeof worker !== "object" || worker === null || typeof worker.postMessage !== "function") throw unusable("wrong_type", "`worker`: expected a Worker");
  // A worker of `node:worker_threads` has `addEventListener` nowhere.
  if ("addEventListener" in worker) listenToWeb(worker, listener);
  else listenToNode(worker, listener);
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    end: () => worker.terminate(),
    keep(isAlive) {
      const { ref, unref } = worker as Partial<NodeWorkerLike>;
      (isAlive ? ref : unref)?.call(worker);
    },
  };
}

function listenToWeb(worker: WebWorkerLike, { receive, end }: Listener): void {
  worker.addEventListener("message", ({ data }) => receive(data));
  worker.addEventListener("messageerror", () => end("an answer could not be read"));
  worker.addEventListener("error", (event) => {
    // Who waits is answered; in Deno the program would end otherwise.
    event.preventDefault?.();
    end(event.message || "its file could not be loaded");
  });
}

function listenToNode(worker: NodeWorkerLike, { receive, end }: Listener): void {
  worker.on("message", receive);
  worker.on("messageerror", () => end("an answer could not be read"));
  worker.on("error", (error) => end(String(error?.message ?? error)));
  worker.on("exit", (code) => end(`it exited with code ${code}`));
}

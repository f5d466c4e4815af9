// The worker's side in Node, Bun and Deno.
import { parentPort } from "node:worker_threads";
import { listen } from "./worker/thread.ts";

const receive = listen(() => import("#node"));

parentPort?.on("message", (message) => receive(message, (reply, transfer) => parentPort?.postMessage(reply, transfer)));
// An error of the worker: its question would be without an answer.
parentPort?.on("messageerror", () => {
  throw new Error("a question could not be read");
});

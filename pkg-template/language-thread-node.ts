// The worker's side in Node, Bun and Deno, with the language service.
import { parentPort } from "node:worker_threads";
import { provide } from "./claim-files/packages.ts";
import { LANGUAGE } from "./worker/language-in-thread.ts";
import { listen } from "./worker/thread.ts";

export { provide };

provide({
  hyparquet: () => import("hyparquet"),
  "hyparquet-compressors": () => import("hyparquet-compressors"),
  "apache-arrow": () => import("apache-arrow"),
});

// It brings both.
const load = () => import("#node");
const receive = listen({ load, loadAmounts: load }, LANGUAGE);

parentPort?.on("message", (message) => receive(message, (reply, transfer) => parentPort?.postMessage(reply, transfer)));
// An error of the worker: its question would be without an answer.
parentPort?.on("messageerror", () => {
  throw new Error("a question could not be read");
});

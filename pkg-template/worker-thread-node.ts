// The worker's side in Node, Bun and Deno.
import { parentPort } from "node:worker_threads";
import { receive } from "./worker/thread.ts";

parentPort?.on("message", (message) => receive(message, (reply, transfer) => parentPort?.postMessage(reply, transfer)));

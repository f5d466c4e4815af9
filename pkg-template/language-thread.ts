// The worker's side in browsers, with the language service. It imports nothing dynamically: bundlers make one classic script of it. They know a file by
// `new URL(…)` as it is written here.
import core from "#core";
import { compileResponse } from "./compile.ts";
import { LANGUAGE } from "./worker/language-in-thread.ts";
import { listen } from "./worker/thread.ts";

export { provide } from "./claim-files/packages.ts";

const receive = listen({
  load: async () => core.start(await compileResponse(await fetch(new URL("./core.wasm", import.meta.url)))),
  loadAmounts: async () => core.bringAmounts(await compileResponse(await fetch(new URL("./amounts.wasm", import.meta.url)))),
}, LANGUAGE);

self.onmessage = ({ data }) => receive(data, (reply, transfer) => self.postMessage(reply, transfer));
// An error of the worker: its question would be without an answer.
self.onmessageerror = () => {
  throw new Error("a question could not be read");
};

// How much memory the module and the program hold. The package exports no memory, so the instance is caught when it is made: this file
// is imported before the package.
import { setImmediate } from "node:timers/promises";

let memory;

WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(...given) {
    super(...given);
    memory ??= this.exports.memory;
  }
};

/** In bytes; after a collection, and after what waits for one. */
export async function memoryInUse() {
  if (!(memory instanceof WebAssembly.Memory)) throw new Error("the module's memory was not caught");
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc();
    await setImmediate();
  }
  return { module: memory.buffer.byteLength, heap: process.memoryUsage().heapUsed };
}

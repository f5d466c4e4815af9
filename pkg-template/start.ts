// Whether wasm-bindgen's glue has its module.
import { initSync } from "#glue";

let isStarted = false;

/** Instantiates the module, unless another entry did. */
export function start(module: WebAssembly.Module | BufferSource): void {
  if (!isStarted) initSync({ module });
  isStarted = true;
}

/** Only `care-coverage/slim` can be asked before it has its module. */
export function assertStarted(): void {
  if (!isStarted) throw new Error("care-coverage/slim has no module yet: call `init` and await it first");
}

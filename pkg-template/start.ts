// Whether wasm-bindgen's glue has its module.
import { initSync } from "#glue";
import { isModule } from "./is-module.ts";

let started: WebAssembly.Module | undefined;

/** Instantiates the module, unless another entry did. */
export function start(source: WebAssembly.Module | BufferSource): void {
  if (started) return;
  const module = isModule(source) ? source : new WebAssembly.Module(source);
  initSync({ module });
  started = module;
}

/** The compiled module of this program, which a worker need not compile again; none before the start. */
export function startedModule(): WebAssembly.Module | undefined {
  return started;
}

/** Only `care-coverage/slim` can be asked before it has its module. */
export function assertStarted(): void {
  if (!started) throw new Error("care-coverage/slim has no module yet: call `init` and await it first");
}

// Whether wasm-bindgen's glue has its module, and another instance in place of one that failed.
import { __wbg_reset_state as replaceInstance, initSync } from "#glue";
import { unusable } from "./error.ts";
import { isModule } from "./is-module.ts";

let started: WebAssembly.Module | undefined;
/** Whether the instance has failed and there was no memory for another one. */
let isDead = false;

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

/** Only `care-coverage/slim` can be asked before it has its module; and there may have been no memory for another instance. */
export function assertStarted(): void {
  if (!started) throw new Error("care-coverage/slim has no module yet: call `init` and await it first");
  if (isDead && !replace()) throw unusable("out_of_memory", "there is not enough memory to start the engine again");
}

/** Puts another instance in place of this one, whose memory is given back with it; whether there was memory for that. */
export function replace(): boolean {
  if (!started) return true;
  try {
    replaceInstance();
    isDead = false;
  } catch {
    isDead = true;
  }
  return !isDead;
}

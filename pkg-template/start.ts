// Whether wasm-bindgen's glue has its module, and another instance in place of one that failed.
import instantiate, { __wbg_reset_state as replaceInstance, initSync, startAmounts } from "#glue";
import { unusable } from "./error.ts";
import { isModule } from "./is-module.ts";
import { setStarted, startedModule } from "./started.ts";

/** Whether the instance has failed and there was no memory for another one. */
let isDead = false;

/** Instantiates the module, unless another entry did. */
export function start(source: WebAssembly.Module | BufferSource): void {
  if (startedModule()) return;
  const module = isModule(source) ? source : new WebAssembly.Module(source);
  initSync({ module });
  setStarted(module);
}

let starting: Promise<void> | undefined;

/** The same where the platform may refuse to do it at once: Chrome before 114 does, on the main thread. */
export async function startPatiently(module: WebAssembly.Module): Promise<void> {
  try {
    start(module);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    await (starting ??= instantiate({ module_or_path: module }).then(() => setStarted(module)).finally(() => (starting = undefined)));
  }
}

/** Only `care-coverage/slim` can be asked before it has its module; and there may have been no memory for another instance. */
export function assertStarted(): void {
  if (!startedModule()) throw new Error("care-coverage/slim has no module yet: call `init` and await it first");
  if (isDead && !replace()) throw unusable("out_of_memory", "there is not enough memory to start the engine again");
}

/** The same for what is in the second module. Before it is asked: what ends a question by an exception ends the instance. */
export function assertAmounts(): void {
  assertStarted();
  startAmounts();
}

/** Puts another instance in place of this one, whose memory is given back with it; whether there was memory for that. */
export function replace(): boolean {
  if (!startedModule()) return true;
  try {
    replaceInstance();
    isDead = false;
  } catch {
    isDead = true;
  }
  return !isDead;
}

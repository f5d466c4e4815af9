// The compiled module of this program, once for all entries: a worker need not compile it again.

// Not called `module`: test runners that wrap a file into a function have a variable of that name there, and it has a value.
let compiled: WebAssembly.Module | undefined;

/** None before the start. */
export function startedModule(): WebAssembly.Module | undefined {
  return compiled;
}

export function setStarted(started: WebAssembly.Module): void {
  compiled = started;
}

/** The second module, which compares amounts and checks requirements, or what compiles it: it is needed when it is first asked. */
let amounts: WebAssembly.Module | (() => WebAssembly.Module) | undefined;

export function hasAmounts(): boolean {
  return amounts !== undefined;
}

export function bringAmounts(module: WebAssembly.Module | (() => WebAssembly.Module)): void {
  amounts ??= module;
}

/** Called by wasm-bindgen's glue for each instance, see scripts/build-glue.mjs. */
export function amountsModule(): WebAssembly.Module {
  if (amounts === undefined) throw new Error("care-coverage/slim has no module for amounts yet: call `initAmounts` and await it first");
  const module = typeof amounts === "function" ? amounts() : amounts;
  amounts = module;
  return module;
}

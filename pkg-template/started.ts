// The compiled module of this program, once for all entries: a worker need not compile it again.

let module: WebAssembly.Module | undefined;

/** None before the start. */
export function startedModule(): WebAssembly.Module | undefined {
  return module;
}

export function setStarted(started: WebAssembly.Module): void {
  module = started;
}

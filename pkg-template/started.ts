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

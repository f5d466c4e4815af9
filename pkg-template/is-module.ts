/** Whether a value is a compiled module, of any realm: test runners bring modules of another one. */
export function isModule(value: unknown): value is WebAssembly.Module {
  return Object.prototype.toString.call(value) === "[object WebAssembly.Module]";
}

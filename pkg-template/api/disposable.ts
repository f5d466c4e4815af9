/** Lets `using` free an object; older runtimes do not have the symbol. */
export function disposable(constructor: { prototype: { free(): void } }): void {
  if (Symbol.dispose) Object.defineProperty(constructor.prototype, Symbol.dispose, { value: constructor.prototype.free });
}

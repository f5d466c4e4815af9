// What the build puts in place of these names (`#glue` and `#core` are in tsconfig.json), and what TypeScript's own
// declarations of all runtimes together do not know.
declare module "#core.wasm?text" {
  /** The WebAssembly module, a character for each byte. */
  const text: string;
  export default text;
}

declare module "#core.wasm?base64" {
  const text: string;
  export default text;
}

declare module "#core.wasm?module" {
  /** `./core.wasm`, imported as it is. */
  const module: WebAssembly.Module;
  export default module;
}

interface Uint8ArrayConstructor {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

declare const Buffer: { from(text: string, encoding: "base64"): Uint8Array<ArrayBuffer> };

// What the build puts in place of these names: `#core` is wasm-bindgen's glue (see tsconfig.json), and
declare module "#core.wasm" {
  /** The WebAssembly module in base64. */
  const base64: string;
  export default base64;
}

// Not every runtime's types know it, every runtime has it.
declare function atob(base64: string): string;

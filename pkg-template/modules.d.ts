// What the build puts in place of these names: `#core` is wasm-bindgen's glue (see tsconfig.json), and
declare module "#core.wasm" {
  /** The WebAssembly module, a character for each byte. */
  const text: string;
  export default text;
}

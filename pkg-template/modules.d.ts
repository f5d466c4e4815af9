// What the build puts in place of these names: `#core` is wasm-bindgen's glue (see tsconfig.json), and
declare module "#core.wasm" {
  /** The WebAssembly module, a character for each byte. */
  const text: string;
  export default text;
}

/** In every runtime; part of the library of browsers only. */
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

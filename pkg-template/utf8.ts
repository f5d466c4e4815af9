// What reads and writes UTF-8, for every use of these names in the package, see scripts/build-package.mjs. Of the environments that have
// neither, jsdom in Jest is the one that is known: it has Node's Buffer.

export const TextEncoder: typeof globalThis.TextEncoder = globalThis.TextEncoder ?? class {
  encode(text = ""): Uint8Array {
    return Buffer.from(text, "utf8");
  }
};

export const TextDecoder: typeof globalThis.TextDecoder = globalThis.TextDecoder ?? class {
  /** Of texts that the core wrote, which are UTF-8. */
  decode(bytes?: Uint8Array): string {
    return bytes === undefined ? "" : Buffer.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  }
};

// The default entry: the module is inlined and instantiated synchronously, so that the package is ready at import.
import core from "#core";
import inlined from "#core.wasm?text";

core.start(decode(inlined));

export * from "#core";

/** The bytes of a text that holds one character for each, see scripts/build-package.mjs. A plain loop is ten times faster than
 *  `Uint8Array.from` with a function. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index) - 0x20;
  return bytes;
}

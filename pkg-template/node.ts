// The default entry where files come from a disk: base64 is a fifth larger on the wire than the text of index.ts, but is parsed
// and decoded in half the time. Not the file itself: bundlers for servers would lose it.
import core from "#core";
import amounts from "#amounts.wasm?base64";
import inlined from "#core.wasm?base64";

core.start(decode(inlined));
core.bringAmounts(() => new WebAssembly.Module(decode(amounts)));

export * from "#core";

/** Deno and newer Node have the first, all Node have the second. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64?.(text) ?? Buffer.from(text, "base64");
}

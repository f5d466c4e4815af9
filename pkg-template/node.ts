// The default entry where files come from a disk: base64 is a fifth larger on the wire than the text of index.ts, but is parsed
// and decoded in half the time. Not the file itself: bundlers for servers would lose it.
import core from "#core";
import inlined from "#core.wasm?base64";

// Deno and newer Node have the first, all Node have the second.
core.start(Uint8Array.fromBase64?.(inlined) ?? Buffer.from(inlined, "base64"));

export * from "#core";

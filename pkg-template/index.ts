// The default entry: the module is inlined and instantiated synchronously, so that the package is ready at import.
import core from "#core";
import amounts from "#amounts.wasm?text";
import inlined from "#core.wasm?text";

atOnce(() => core.start(decode(inlined)));
core.bringAmounts(compilesAtStartAlone() ? constant(compileAmounts()) : compileAmounts);

export * from "#core";

function compileAmounts(): WebAssembly.Module {
  return atOnce(() => new WebAssembly.Module(decode(amounts)));
}

/** A Worker of Cloudflare that was built without the condition `workerd`: it may compile while it starts, and no longer once it is asked. */
function compilesAtStartAlone(): boolean {
  const { navigator } = globalThis as { navigator?: { userAgent?: string } };
  return navigator?.userAgent === "Cloudflare-Workers";
}

function constant<T>(value: T): () => T {
  return () => value;
}

function atOnce<T>(compile: () => T): T {
  try {
    return compile();
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    // Or there is no memory for the module, which the cause says.
    throw new Error("care-coverage: this browser does not compile the module at once on its main thread (Chrome before 114): use care-coverage/slim or care-coverage/worker", { cause });
  }
}

/** The bytes of a text that holds one character for each, see scripts/build-package.mjs. A plain loop is ten times faster than
 *  `Uint8Array.from` with a function. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index) - 0x20;
  return bytes;
}

// The entry without the module, for those who bring it themselves: from a cache, a CDN, or compiled while it is fetched.
import core, { init as bound } from "#core";
import type { InitOptions } from "./care-coverage";
import type { ModuleResponse, ModuleSource } from "./care-coverage-slim";
import { isModule } from "./is-module.ts";

export * from "#core";

export default async function init(source: ModuleSource | PromiseLike<ModuleSource>, options?: InitOptions): Promise<void> {
  if (options !== undefined) bound(options);
  core.start(await compile(await source));
}

// Told apart by what they can do and not by `instanceof`: test runners bring modules, bytes and responses of another realm.
async function compile(source: ModuleSource): Promise<WebAssembly.Module> {
  if (typeof source === "string") return compileResponse(await fetch(source));
  if ("href" in source) return compileResponse(await fetch(String(source.href)));
  if ("arrayBuffer" in source) return compileResponse(source as ModuleResponse);
  if (isModule(source)) return source;
  return WebAssembly.compile(source as BufferSource);
}

/** Compiles while the bytes arrive, where the server says what they are and the runtime can. */
async function compileResponse(response: ModuleResponse): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`care-coverage/slim: status ${response.status} instead of the module from ${response.url}`);
  const isNamed = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/wasm";
  if (isNamed && response instanceof Response && typeof WebAssembly.compileStreaming === "function") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

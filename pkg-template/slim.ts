// The entry without the module, for those who bring it themselves: from a cache, a CDN, or compiled while it is fetched.
import core, { init as bound } from "#core";
import type { InitOptions } from "./care-coverage";
import type { ModuleResponse, ModuleSource } from "./care-coverage-slim";
import { compileResponse } from "./compile.ts";
import { isModule } from "./is-module.ts";

export * from "#core";

export default async function init(source: ModuleSource | PromiseLike<ModuleSource>, options?: InitOptions): Promise<void> {
  if (options !== undefined) bound(options);
  await core.startPatiently(await compile(await source));
}

export async function initAmounts(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void> {
  core.bringAmounts(await compile(await source));
}

// Told apart by what they can do and not by `instanceof`: test runners bring modules, bytes and responses of another realm.
async function compile(source: ModuleSource): Promise<WebAssembly.Module> {
  if (typeof source === "string") return compileResponse(await fetch(source));
  if ("href" in source) return compileResponse(await fetch(String(source.href)));
  if ("arrayBuffer" in source) return compileResponse(source as ModuleResponse);
  if (isModule(source)) return source;
  return WebAssembly.compile(source as BufferSource);
}

// A module that is fetched.
import type { ModuleResponse } from "./care-coverage-slim";

/** Compiles while the bytes arrive, where the server says what they are and the runtime can. */
export async function compileResponse(response: ModuleResponse): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`care-coverage: status ${response.status} instead of the module from ${response.url}`);
  const isNamed = response.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase() === "application/wasm";
  if (isNamed && response instanceof Response && typeof WebAssembly.compileStreaming === "function") return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}

/** The engine's module, fetched at once with the page's scripts and compiled while it arrives. As a file of its own it weighs less than inlined. */
import address from "care-coverage/core.wasm?url";

export const engineModule = fetch(address);

// A failure is shown when the engine waits for it.
engineModule.catch(() => undefined);

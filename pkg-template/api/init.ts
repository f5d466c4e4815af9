// How much memory the engine may take.
import { renewAfter } from "../ask.ts";
import type * as api from "../care-coverage";
import { unusable } from "../error.ts";
import { readable } from "../readable.ts";
import { bound } from "../memory.ts";

export function init(options?: api.InitOptions): void {
  if (options !== undefined && (typeof options !== "object" || options === null)) throw unusable("wrong_type", "expected an object of options");
  const { maxMemory, ...others } = readable(() => ({ ...options }));
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw unusable("unknown_field", `there is no option ${JSON.stringify(unknown)}`);
  renewAfter(() => bound(maxMemory));
}

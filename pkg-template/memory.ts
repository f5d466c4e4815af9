// The memory of the core, and how large it may become.
import { unusable } from "./error.ts";

const PAGE = 65_536;
const MOST_PAGES = 65_536;
/** What any instance takes, and enough for small questions. */
const LEAST_BYTES = 2 * 1024 * 1024;

let pages: number | undefined;

/** Called by wasm-bindgen's glue for each instance, see scripts/build-package.mjs. */
export function newMemory(initial: number): WebAssembly.Memory {
  return new WebAssembly.Memory(pages === undefined ? { initial } : { initial, maximum: pages });
}

/** Bounds the memories that are made from now on; whether that is another bound than before. */
export function bound(bytes: unknown): boolean {
  const before = pages;
  if (bytes === undefined || bytes === null) pages = undefined;
  else if (typeof bytes !== "number") throw unusable("wrong_type", "`maxMemory`: expected a number of bytes");
  else if (!(bytes >= LEAST_BYTES && bytes <= MOST_PAGES * PAGE)) {
    throw unusable("out_of_range", `\`maxMemory\`: expected ${LEAST_BYTES.toLocaleString("en")} to ${(MOST_PAGES * PAGE).toLocaleString("en")} bytes`);
  } else pages = Math.floor(bytes / PAGE);
  return pages !== before;
}

/** In bytes; none where the platform alone bounds it. */
export function maxMemory(): number | undefined {
  return pages === undefined ? undefined : pages * PAGE;
}

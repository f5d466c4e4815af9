/**
 * care-coverage without its WebAssembly module, for those who bring it themselves:
 *
 *     import init, { CareTypeCatalog } from "care-coverage/slim";
 *     await init(fetch("/core.wasm")); // the file is "care-coverage/core.wasm"
 *
 * The names are those of "care-coverage", and in one program they are the same: a `CoverageError` of one entry is a
 * `CoverageError` of the other. Any call before the end of `init` throws an `Error`.
 */
import type { InitOptions } from "./index.js";
export * from "./index.js";

/** What of a `Response` is used. */
export interface ModuleResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly url: string;
  readonly headers: { get(name: string): string | null };
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The compiled `WebAssembly.Module`, of which TypeScript knows no more than that it is an object. */
export type CompiledModule = object;

/** The compiled module, its bytes, a response that brings them, or an address to fetch them from. */
export type ModuleSource = CompiledModule | ArrayBuffer | ArrayBufferView | ModuleResponse | { readonly href: string } | string;

/**
 * Makes the module ready. Bytes of a response whose type is "application/wasm" are compiled while they arrive. Where a module is
 * ready, another call changes nothing; after a failure `init` may be called again.
 * `options` are those of the `init` that all entries export.
 */
export default function init(source: ModuleSource | PromiseLike<ModuleSource>, options?: InitOptions): Promise<void>;

/**
 * Makes the second module ready, the file "care-coverage/amounts.wasm": `compareAmounts`, `checkRequirements`, `validateProfile`,
 * `validateProfileText`, `reimburseColumns`, `diff` with a date, `simulate`, `guessMapping`, `previewClaims` and `validateMapping` are in it, and
 * throw an `Error` before. Another call changes nothing. In the other entries it is ready when it is first asked.
 */
export function initAmounts(source: ModuleSource | PromiseLike<ModuleSource>): Promise<void>;

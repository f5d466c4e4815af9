// What the build puts in place of these names (`#glue` and `#core` are in tsconfig.json), and what TypeScript's own
// declarations of all runtimes together do not know.
declare module "#payload-schema" {
  /** The schema of a coverage payload as JSON text, with `definitions`, in neither draft. */
  const schema: string;
  export default schema;
}

declare module "#shapes" {
  /** What scripts/build-shapes.mjs makes of the schemas, as JSON text. */
  const shapes: string;
  export default shapes;
}

// scripts/schemas/drafts.mjs
declare module "#drafts" {
  type Schema = Record<string, unknown>;
  export function in07(name: string, schema: Schema): Schema;
  export function in2020(name: string, schema: Schema): Schema;
}

declare module "#core.wasm?text" {
  /** The WebAssembly module, a character for each byte. */
  const text: string;
  export default text;
}

declare module "#core.wasm?base64" {
  const text: string;
  export default text;
}

declare module "#core.wasm?module" {
  /** `./core.wasm`, imported as it is. */
  const module: WebAssembly.Module;
  export default module;
}

declare module "#amounts.wasm?text" {
  /** The second module, a character for each byte. */
  const text: string;
  export default text;
}

declare module "#amounts.wasm?base64" {
  const text: string;
  export default text;
}

declare module "#amounts.wasm?module" {
  /** `./amounts.wasm`, imported as it is. */
  const module: WebAssembly.Module;
  export default module;
}

interface String {
  /** Of ES2024: not yet everywhere. */
  isWellFormed?(): boolean;
}

interface Uint8ArrayConstructor {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>;
}

declare const Buffer: {
  from(text: string, encoding: "base64" | "utf8"): Uint8Array<ArrayBuffer>;
  from(bytes: ArrayBuffer, start: number, length: number): { toString(encoding: "utf8"): string };
};

// Only what is used of them.
declare module "node:os" {
  export function cpus(): object[];
}

declare module "node:worker_threads" {
  export const Worker: new (file: URL) => import("./care-coverage-worker").NodeWorkerLike;
  export const parentPort: {
    postMessage(message: unknown, transfer: ArrayBuffer[]): void;
    on(event: "message" | "messageerror", listener: (message: any) => void): void;
  } | null;
}

// Typed arrays of any realm, read without running code that somebody may have put in the place of their own.

const prototype: object = Object.getPrototypeOf(Uint8Array.prototype);

function getter(name: string | symbol): ((this: unknown) => unknown) | undefined {
  return Object.getOwnPropertyDescriptor(prototype, name)?.get;
}

const tag = getter(Symbol.toStringTag);
const [bufferOf, offsetOf, lengthOf] = ["buffer", "byteOffset", "length"].map(getter);

const KINDS = { Uint8Array, Uint32Array, Int32Array, BigInt64Array, Float64Array };

export interface Kinds {
  Uint8Array: Uint8Array;
  Uint32Array: Uint32Array;
  Int32Array: Int32Array;
  BigInt64Array: BigInt64Array;
  Float64Array: Float64Array;
}

/** The kind of a typed array; undefined for anything else. */
export function kindOf(value: unknown): string | undefined {
  return tag?.call(value) as string | undefined;
}

/** An array of ours over the same memory; undefined for anything but a typed array of that kind, and for one that has lost its memory. */
export function viewOf<K extends keyof Kinds>(kind: K, value: unknown): Kinds[K] | undefined {
  if (kindOf(value) !== kind) return undefined;
  try {
    return new KINDS[kind](bufferOf!.call(value) as ArrayBuffer, offsetOf!.call(value) as number, lengthOf!.call(value) as number) as Kinds[K];
  } catch {
    return undefined;
  }
}

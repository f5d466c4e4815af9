// The object behind what a library hands out in its place. Vue and Valtio watch an object by a proxy, of it or of a copy that has its
// properties and its prototype: private fields are in neither.
import { unusable } from "./error.ts";

/** The same in every copy of the package, so that an object of another one is known as such. */
const ITSELF = Symbol.for("care-coverage.itself");

/** Lets an object be found again. A function, which such libraries leave as it is; writable, since some copy nothing else. */
export function findable(object: object): void {
  Object.defineProperty(object, ITSELF, { value: () => object, writable: true });
}

/** What `of` has of the object behind a value, where it is one of ours. */
export function behind<T>(value: unknown, of: (object: object) => T | undefined, name: string): T {
  const object = itself(value);
  const found = object && of(object);
  if (found !== undefined) return found;
  const whose = object === undefined ? "" : ", got one of another copy of care-coverage: a program that imports and requires it has two";
  throw unusable("wrong_type", `expected a ${name}${whose}`);
}

function itself(value: unknown): object | undefined {
  try {
    const object: unknown = (value as { [ITSELF]?(): unknown } | null | undefined)?.[ITSELF]?.();
    return typeof object === "object" && object !== null ? object : undefined;
  } catch {
    // A proxy that throws.
    return undefined;
  }
}

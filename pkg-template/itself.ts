// The object behind what a library hands out in its place. Vue and Valtio watch an object by a proxy, of it or of a copy that has its
// properties and its prototype: private fields are in neither.
import { unusable } from "./error.ts";

/** The same in every copy of the package, so that an object of another one is known as such. */
const ITSELF = Symbol.for("care-coverage.itself");

/** This copy of the package. */
const COPY = {};

/** Lets an object be found again. A function, which such libraries leave as it is; writable, since some copy nothing else. */
export function findable(object: object): void {
  Object.defineProperty(object, ITSELF, { value: () => [object, COPY], writable: true });
}

/** What `of` has of the object behind a value, where it is one of ours. */
export function behind<T>(value: unknown, of: (object: object) => T | undefined, name: string): T {
  const [object, copy] = itself(value);
  const found = object && of(object);
  if (found !== undefined) return found;
  const whose = copy === COPY ? "" : ", got one of another copy of care-coverage: a program that imports and requires it has two";
  throw unusable("wrong_type", `expected a ${name}${whose}`);
}

/** The object, and the copy of the package that made it. */
function itself(value: unknown): [object: object | undefined, copy: unknown] {
  try {
    const [object, copy] = (value as { [ITSELF]?(): [unknown, unknown] } | null | undefined)?.[ITSELF]?.() ?? [undefined, COPY];
    return typeof object === "object" && object !== null ? [object, copy] : [undefined, COPY];
  } catch {
    // A proxy that throws.
    return [undefined, COPY];
  }
}

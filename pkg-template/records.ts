// Records whose keys are names of a document.

/** The same object without a prototype: of a name that is no key, such as `constructor`, there is nothing. */
export function asRecord<T extends object>(record: T): T {
  return Object.setPrototypeOf(record, null) as T;
}

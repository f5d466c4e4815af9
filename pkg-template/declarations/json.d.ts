// ───────────────────────────── values that are handed in ─────────────────────────────

/** A value of which nothing is changed: what is readonly may be given, too, and what is answered stays as it is. */
export type DeepReadonly<T> =
  T extends Set<infer Item> ? ReadonlySet<DeepReadonly<Item>>
  : T extends readonly (infer Item)[] ? readonly DeepReadonly<Item>[]
  : T extends object ? { readonly [Field in keyof T]: DeepReadonly<T[Field]> }
  : T;

/** A document as it may be given: a `DeepReadonly`, in which what may be left out may be `undefined`; or what an imported JSON file
 *  says, whose texts a compiler knows as `string`; with what its author noted under names that begin with `x-`. `satisfies
 *  CoveragePayload` also compares what is written in a program with the texts that a field may have. */
export type AsJson<T> =
  T extends string ? (string extends T ? T : T | (string & {}))
  : T extends Set<infer Item> ? ReadonlySet<AsJson<Item>>
  : T extends readonly (infer Item)[] ? readonly AsJson<Item>[]
  : T extends Annotations ? Extended<FieldsAsJson<T>>
  : T extends object ? FieldsAsJson<T>
  : T;

type FieldsAsJson<T> = { readonly [Field in keyof T]: AsJson<T[Field]> | ({} extends Pick<T, Field> ? undefined : never) };

/** As a union, because an interface has no fields but its own. */
type Extended<T> = T | (T & { readonly [extension: `x-${string}`]: unknown });

/** What may be noted in any object of a document, and means nothing. So may fields of any JSON whose name begins with `x-`. */
export interface Annotations {
  /** The address of a schema, for an editor. */
  $schema?: string;
  /** For those who read the document. */
  description?: string;
}

/** A step of a JSON Patch (RFC 6902). */
export type JsonPatchOperation =
  | { op: "add" | "replace"; path: string; value: unknown; from?: undefined }
  | { op: "remove"; path: string; from?: undefined; value?: undefined }
  | { op: "move"; path: string; from: string; value?: undefined };

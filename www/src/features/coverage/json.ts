/** Values of a text of which nothing is known yet. */

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listIn(object: Json, name: string): readonly unknown[] {
  const list = object[name];
  return Array.isArray(list) ? list : [];
}

export function textsIn(object: Json, name: string): readonly string[] {
  return listIn(object, name).filter((entry) => typeof entry === "string");
}

/** Values of a JSON text of which nothing is known yet. */

export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Empty where the value is no object, or has no such list. */
export function listIn(value: unknown, name: string): readonly unknown[] {
  const list = isObject(value) ? value[name] : null;
  return Array.isArray(list) ? list : [];
}

export function textsIn(value: unknown, name: string): readonly string[] {
  return listIn(value, name).filter((entry) => typeof entry === "string");
}

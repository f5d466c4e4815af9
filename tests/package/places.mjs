// The places of a JSON value, each with its JSON Pointer, and a copy of the value with another thing in one place.

/** Every place of a value, itself first: { pointer, path, value, parent }. */
export function places(value, path = [], parent = undefined) {
  const pointer = path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
  const here = { pointer, path, value, parent };
  if (value === null || typeof value !== "object") return [here];
  const keys = Array.isArray(value) ? value.keys() : Object.keys(value);
  return [here, ...Array.from(keys, (key) => places(value[key], [...path, key], value)).flat()];
}

/** A copy of `value` in which `put(parent, key)` has changed one place; what is not on the way is shared. */
export function changed(value, path, put) {
  const holder = { value };
  let [parent, key] = [holder, "value"];
  for (const next of path) {
    parent = parent[key] = Array.isArray(parent[key]) ? parent[key].slice() : { ...parent[key] };
    key = next;
  }
  put(parent, key);
  return holder.value;
}

/** Whether a place is another one or lies in it. */
export function within(pointer, outer) {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}

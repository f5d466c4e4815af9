// Changes of good values: what they become is mostly good, and wrong in one place or two.
import fc from "fast-check";

export const text = fc.oneof(
  fc.constantFrom("", "\u0000", "a\u0000b", "\ud800", "\udc00x", "x\ud83d", "💊", "\ufeff", "__proto__", "toJSON", "x".repeat(65), "DENTAL", "2024-02-30", "1e3", "-0", "12.50"),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const leaf = fc.oneof(
  text,
  fc.constantFrom(null, true, false, undefined, NaN, Infinity, -0, 0.1, 1e21, 5e-324, 2 ** 53, -(2 ** 53), 1.7976931348623157e308, 2 ** 31, -1),
  fc.double(),
  fc.integer(),
);
/** A value of any kind; also deeper than the tape goes, and than a value may be. */
export const value = fc.oneof(
  { weight: 6, arbitrary: leaf },
  { weight: 3, arbitrary: fc.letrec((tie) => ({ any: fc.oneof({ maxDepth: 4 }, leaf, fc.array(tie("any"), { maxLength: 4 }), fc.dictionary(text, tie("any"), { maxKeys: 4 })) })).any },
  { weight: 1, arbitrary: fc.tuple(fc.integer({ min: 50, max: 70 }), leaf, fc.boolean()).map(([levels, leaf, inArrays]) => nested(levels, leaf, inArrays)) },
);

function nested(levels, leaf, inArrays) {
  let value = leaf;
  for (let level = 0; level < levels; level++) value = inArrays ? [value] : { inner: value };
  return value;
}

/** `at`: which part at each level. What is there is replaced, removed, renamed, or gets a neighbour. */
export const edit = fc.record({ at: fc.array(fc.nat(40), { maxLength: 8 }), how: fc.constantFrom("replace", "replace", "remove", "rename", "add"), name: text, value });

export function edited(root, { at, how, name, value }) {
  const holder = { root: structuredClone(root) };
  let [parent, key] = [holder, "root"];
  for (const step of at) {
    const inner = parent[key];
    if (!hasParts(inner)) break;
    const keys = Object.keys(inner);
    if (keys.length === 0) break;
    [parent, key] = [inner, keys[step % keys.length]];
  }
  if (how === "remove" && parent !== holder) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (how === "rename" && !Array.isArray(parent) && parent !== holder) {
    define(parent, name, parent[key]);
    delete parent[key];
  } else if (how === "add" && hasParts(parent[key])) {
    if (Array.isArray(parent[key])) parent[key].push(value);
    else define(parent[key], name, value);
  } else {
    parent[key] = value;
  }
  return holder.root;
}

/** Bytes have none. */
export function hasParts(value) {
  return value !== null && typeof value === "object" && !ArrayBuffer.isView(value);
}

function define(object, key, value) {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

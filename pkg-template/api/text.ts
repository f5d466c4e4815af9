// A text as the core knows it.
import { unusable } from "../error.ts";
import { viewOf } from "../typed-arrays.ts";

/** A string or bytes: what only pretends to be bytes would run foreign code in its midst. */
export function textOf(text: unknown, argument = ""): unknown {
  if (typeof text === "string") return text;
  const bytes = viewOf("Uint8Array", text);
  if (bytes === undefined) throw unusable("wrong_type", `${argument}expected a string or a Uint8Array`);
  return bytes;
}

/** Bytes of the longest string that the core reads. */
const LONGEST = 1 << 20;

/** A string that the core is not asked about, as the core would take it. */
export function stringOf(value: unknown, argument = ""): string {
  if (typeof value !== "string") throw unusable("wrong_type", `${argument}expected a string`);
  if (value.length * 3 > LONGEST && new TextEncoder().encode(value).length > LONGEST) throw unusable("too_large", `${argument}the string is longer than 1 MiB`);
  if (!isWellFormed(value)) throw unusable("invalid_string", `${argument}the string has half of a character (a lone surrogate)`);
  return value;
}

function isWellFormed(text: string): boolean {
  if (text.isWellFormed) return text.isWellFormed();
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

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

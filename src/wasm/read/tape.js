// A plain value as numbers and one text, so that it crosses the boundary in one step instead of one for each of its parts.
//
// The tape, value by value: its kind, then what belongs to it: a number, a string's length, an array's length and items, an
// object's number of fields and for each the length of its name and its value. The text: all names and strings in order,
// each with a NUL after it, so that halves of a character at two ends do not become one. A text with half a character is reported by whoever
// reads it: a regular expression that is first compiled at the end of the stack ends a program of V8.
//
// Anything that is not plain, and whatever comes near a bound, is left to the strict reader, which knows what to say of it.

const [NULL, FALSE, TRUE, NUMBER, STRING, ARRAY, OBJECT] = [0, 1, 2, 3, 4, 5, 6];

const MAX_TAPE = 1_000_000;
const MAX_STRING = 300_000;
const MAX_TEXT = 10_000_000;
const MAX_DEPTH = 60;

/** Encodes a long text in one step, which the glue does character by character. */
const encoder = new TextEncoder();

/** `[tape, text, text in UTF-8]` of a plain value; `undefined` where the strict reader has to look. */
export function tape(value) {
  const written = { numbers: [], text: "" };
  try {
    if (!write(written, value, 0)) return undefined;
    return [new Float64Array(written.numbers), written.text, encoder.encode(written.text)];
  } catch {
    return undefined; // A getter or a proxy that threw.
  }
}

function write(to, value, depth) {
  const { numbers } = to;
  if (numbers.length > MAX_TAPE) return false;
  switch (typeof value) {
    case "string":
      numbers.push(STRING);
      return string(to, value);
    case "number":
      numbers.push(NUMBER, value);
      return Number.isFinite(value);
    case "boolean":
      numbers.push(value ? TRUE : FALSE);
      return true;
    case "object":
      if (value === null) {
        numbers.push(NULL);
        return true;
      }
      return depth < MAX_DEPTH && parts(to, value, depth + 1);
    default:
      return false;
  }
}

function string(to, text) {
  to.numbers.push(text.length);
  to.text += `${text}\0`;
  return text.length < MAX_STRING && to.text.length < MAX_TEXT;
}

function parts(to, value, depth) {
  const { numbers } = to;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || (prototype === null && !Array.isArray(value))) {
    numbers.push(OBJECT, 0);
    const count = numbers.length - 1;
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (field === undefined) continue;
      numbers[count] += 1;
      if (!string(to, key) || !write(to, field, depth)) return false;
    }
    return true;
  }
  if (prototype !== Array.prototype || !Array.isArray(value)) return false;
  // Once: reading an item may change it.
  const { length } = value;
  if (!(Number.isSafeInteger(length) && length >= 0)) return false;
  numbers.push(ARRAY, length);
  for (let index = 0; index < length; index += 1) {
    if (!write(to, value[index], depth)) return false;
  }
  return true;
}

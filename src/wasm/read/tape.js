// A plain value as numbers and one text, so that it crosses the boundary in one step instead of one for each of its parts.
//
// The tape, value by value: its kind, then what belongs to it: a number, a string's length, an array's length and items, an
// object's number of fields and for each the length of its name and its value. The text: all names and strings in order,
// each with a NUL after it, so that halves of a character at two ends do not become one. A text with half a character is reported by whoever
// reads it: a regular expression that is first compiled at the end of the stack ends a program of V8.
//
// Anything that is not plain, and whatever comes near a bound, is left to the strict reader, which knows what to say of it.

// A short value is written where the reader wants it, and nothing is made for it; any other one is written again as a list and a text.

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

/** How many numbers a short tape may have at most: so much a count of bytes is multiplied by. */
const SHORT = 4_096;

/** Writes the tape of a short value of ASCII into the reader's memory: how many numbers there are, and bytes × 4,096. -1 where the value
 *  is no such one. A getter may take the memory away: then nothing is written any more, and the arrays are empty. */
export function shortTape(value, numbers, bytes) {
  const to = { numbers, bytes, count: 0, length: 0 };
  try {
    if (!short(to, value, 0)) return -1;
  } catch {
    return -1;
  }
  return to.count <= numbers.length && to.length <= bytes.length ? to.count + to.length * SHORT : -1;
}

function short(to, value, depth) {
  const { numbers } = to;
  switch (typeof value) {
    case "string":
      numbers[to.count++] = STRING;
      return ascii(to, value);
    case "number":
      numbers[to.count++] = NUMBER;
      numbers[to.count++] = value;
      return Number.isFinite(value);
    case "boolean":
      numbers[to.count++] = value ? TRUE : FALSE;
      return true;
    case "object":
      if (value === null) {
        numbers[to.count++] = NULL;
        return true;
      }
      return depth < MAX_DEPTH && to.count < numbers.length && shortParts(to, value, depth + 1);
    default:
      return false;
  }
}

function ascii(to, text) {
  const { bytes } = to;
  const { length } = text;
  if (to.length + length >= bytes.length) return false;
  to.numbers[to.count++] = length;
  let at = to.length;
  for (let index = 0; index < length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7f) return false;
    bytes[at++] = unit;
  }
  bytes[at++] = 0;
  to.length = at;
  return true;
}

function shortParts(to, value, depth) {
  const { numbers } = to;
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || (prototype === null && !Array.isArray(value))) {
    numbers[to.count++] = OBJECT;
    const at = to.count++;
    let fields = 0;
    for (const key of Object.keys(value)) {
      const field = value[key];
      if (field === undefined) continue;
      fields += 1;
      if (!ascii(to, key) || !short(to, field, depth)) return false;
    }
    numbers[at] = fields;
    return true;
  }
  if (prototype !== Array.prototype || !Array.isArray(value)) return false;
  const { length } = value;
  if (!(Number.isSafeInteger(length) && length >= 0 && length < numbers.length)) return false;
  numbers[to.count++] = ARRAY;
  numbers[to.count++] = length;
  for (let index = 0; index < length; index += 1) {
    if (!short(to, value[index], depth)) return false;
  }
  return true;
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

// Snappy: literal bytes, and copies of what was written before.

/** Short pieces are copied byte by byte. */
const SHORT = 16;

/** What is packed, in so many bytes. */
export function unpackSnappy(packed: Uint8Array, size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let [from, to] = [0, 0];
  const wrong = (): Error => new Error(`its Snappy is damaged at byte ${from} of ${packed.length}`);
  // The size is there again.
  while (packed[from]! > 127) from += 1;
  from += 1;
  while (from < packed.length) {
    const tag = packed[from++]!;
    const kind = tag & 3;
    if (kind === 0) {
      let length = (tag >>> 2) + 1;
      if (length > 60) {
        const bytes = length - 60;
        if (from + bytes > packed.length) throw wrong();
        length = number(packed, from, bytes) + 1;
        from += bytes;
      }
      if (from + length > packed.length || to + length > size) throw wrong();
      if (length <= SHORT) for (let at = 0; at < length; at++) whole[to + at] = packed[from + at]!;
      else whole.set(packed.subarray(from, from + length), to);
      from += length;
      to += length;
    } else {
      const bytes = kind === 3 ? 4 : kind;
      const length = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1;
      if (from + bytes > packed.length) throw wrong();
      const back = number(packed, from, bytes) + (kind === 1 ? (tag >>> 5) * 256 : 0);
      if (back === 0 || back > to || to + length > size) throw wrong();
      from += bytes;
      // What is written here may be copied from here.
      if (length <= SHORT || back < length) for (let at = 0; at < length; at++) whole[to + at] = whole[to - back + at]!;
      else whole.copyWithin(to, to - back, to - back + length);
      to += length;
    }
  }
  if (to !== size) throw new Error(`it has ${to} bytes in place of ${size}`);
  return whole;
}

/** The lowest byte first. */
function number(bytes: Uint8Array, start: number, length: number): number {
  let number = 0;
  for (let at = length - 1; at >= 0; at--) number = number * 256 + bytes[start + at]!;
  return number;
}

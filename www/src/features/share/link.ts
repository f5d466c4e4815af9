/**
 * How does the work in hand become a link, and a link work again?
 *
 *     #act&share=<base64url of deflated JSON>
 *
 * All of it is in the fragment, which a browser never sends to a server.
 */
import { LARGEST_TEXT } from "../../store/limits";
import type { View, Work } from "../../store/types";
import { workFrom } from "../../store/work-from";

/** Longer links break in some mail and chat programs. */
export const LONGEST_LINK = 60_000;
const PREFIX = "&share=";
/** So many characters of a link are unpacked together: what is unpacked of them, which is a thousand times as long at most, comes at once. */
const CHARACTERS_AT_ONCE = 1024;

export type MadeLink = { ok: true; link: string } | { ok: false; reason: "too_long" | "too_large" | "unsupported"; length: number };
/** `size`: of the work as text, in bytes. */
export type Unpacked = { ok: true; work: Work; size: number } | { ok: false; reason: "damaged" | "too_large" | "unsupported" };

/** The packed part of a fragment, or null when the fragment is no share link. */
export function sharedPart(fragment: string): string | null {
  const start = fragment.indexOf(PREFIX);
  return start < 0 ? null : fragment.slice(start + PREFIX.length);
}

export async function makeLink(page: URL, view: View, work: Work): Promise<MadeLink> {
  if (typeof CompressionStream === "undefined") return { ok: false, reason: "unsupported", length: 0 };
  const bytes = new TextEncoder().encode(JSON.stringify(work));
  if (bytes.length > LARGEST_TEXT) return { ok: false, reason: "too_large", length: bytes.length };
  const packed = await bytesOf(new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw")), Infinity);
  const link = new URL(page);
  link.hash = view + PREFIX + toBase64Url(packed!);
  return link.href.length > LONGEST_LINK ? { ok: false, reason: "too_long", length: link.href.length } : { ok: true, link: link.href };
}

/** `most`: bytes of the work as text. What is longer is not unpacked to its end. */
export async function unpack(part: string, most: number): Promise<Unpacked> {
  if (typeof DecompressionStream === "undefined") return { ok: false, reason: "unsupported" };
  try {
    const bytes = await bytesOf(packedBytes(part).pipeThrough(new DecompressionStream("deflate-raw")), most);
    if (bytes === null) return { ok: false, reason: "too_large" };
    const work = workFrom(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    return work ? { ok: true, work, size: bytes.length } : { ok: false, reason: "damaged" };
  } catch {
    return { ok: false, reason: "damaged" };
  }
}

/** Piece by piece, each when the one before is unpacked. */
function packedBytes(part: string): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= part.length) return controller.close();
      controller.enqueue(fromBase64Url(part.slice(at, at + CHARACTERS_AT_ONCE)));
      at += CHARACTERS_AT_ONCE;
    },
  }, { highWaterMark: 0 });
}

/** Null where there are more than `most`: the rest is neither read nor made. */
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | null> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(next.value);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

function toBase64Url(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
}

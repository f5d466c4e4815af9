/**
 * How does the work in hand become a link, and a link work again?
 *
 *     #act&share=<base64url of deflated JSON>
 *
 * All of it stands in the fragment, which a browser never sends to a server.
 */
import { workFrom, type View, type Work } from "./state";

/** Longer links break in some mail and chat programs. */
export const LONGEST_LINK = 60_000;
/** A short link can unpack to a very long text; this is more than any real catalogue. */
const LARGEST_WORK = 16 * 1024 * 1024;
const PREFIX = "&share=";

export type MadeLink = { ok: true; link: string } | { ok: false; reason: "too_long" | "unsupported"; length: number };
export type OpenedLink = { ok: true; work: Work } | { ok: false };

/** The packed part of a fragment, or null when the fragment is no share link. */
export function sharedPart(fragment: string): string | null {
  const start = fragment.indexOf(PREFIX);
  return start < 0 ? null : fragment.slice(start + PREFIX.length);
}

export async function makeLink(page: URL, view: View, work: Work): Promise<MadeLink> {
  if (typeof CompressionStream === "undefined") return { ok: false, reason: "unsupported", length: 0 };
  const packed = await throughStream(new TextEncoder().encode(JSON.stringify(work)), new CompressionStream("deflate-raw"), Infinity);
  const link = new URL(page);
  link.hash = view + PREFIX + toBase64Url(packed);
  return link.href.length > LONGEST_LINK ? { ok: false, reason: "too_long", length: link.href.length } : { ok: true, link: link.href };
}

export async function openLink(part: string): Promise<OpenedLink> {
  try {
    const text = await throughStream(fromBase64Url(part), new DecompressionStream("deflate-raw"), LARGEST_WORK);
    const work = workFrom(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(text)));
    return work ? { ok: true, work } : { ok: false };
  } catch {
    return { ok: false };
  }
}

async function throughStream(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream, limit: number): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > limit) throw new RangeError("more than a page can hold");
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

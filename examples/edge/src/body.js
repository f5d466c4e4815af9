// The body of a request: JSON, of a bounded size, within a bounded time.
import { Problem } from "./problems.js";

/** A client that is still sending may never see an answer: a body that is too large is read on, and forgotten, up to so many
 *  times the limit. */
const PATIENCE = 8;

/** The text of a JSON body. */
export async function readText(request, { maxBytes, maxMilliseconds }) {
  const [type, ...parameters] = (request.headers.get("content-type") ?? "").toLowerCase().split(";").map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith("charset="));
  if (type !== "application/json" || (charset !== undefined && charset.replaceAll('"', "") !== "charset=utf-8")) {
    throw new Problem(415, "unsupported_media_type", "the body is application/json, in UTF-8", { headers: { accept: "application/json" } });
  }
  // What is announced need not be read to be refused; what is not, or wrongly, is counted.
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes * PATIENCE) throw tooLarge(maxBytes);
  const bytes = await readBytes(request.body, maxBytes, maxMilliseconds);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, "invalid_json", "the body is not UTF-8");
  }
}

/** The value of a JSON body. */
export async function readJson(request, limits) {
  return parse(await readText(request, limits));
}

export function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "invalid_json", "the body is not JSON (RFC 8259)");
  }
}

async function readBytes(body, maxBytes, maxMilliseconds) {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks = [];
  let length = 0;
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem(408, "request_timeout", `the body did not arrive within ${maxMilliseconds} ms`, { headers: { connection: "close" } })), maxMilliseconds);
  });
  try {
    for (;;) {
      const { done, value } = await Promise.race([reader.read(), late]);
      if (done) break;
      length += value.length;
      if (length <= maxBytes) chunks.push(value);
      else chunks.length = 0;
      if (length > maxBytes * PATIENCE) break;
    }
    if (length > maxBytes) throw tooLarge(maxBytes);
  } catch (error) {
    // Nobody waits for the rest.
    reader.cancel().catch(() => undefined);
    throw error instanceof Problem ? error : new Problem(400, "incomplete_body", "the body ended before it was whole");
  } finally {
    clearTimeout(timer);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) bytes.set(chunk, offset), (offset += chunk.length);
  return bytes;
}

function tooLarge(maxBytes) {
  return new Problem(413, "too_large", `the body has more than ${maxBytes} bytes`);
}

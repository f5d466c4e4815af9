// Who may write: whoever bears the secret.
import { Problem } from "./problems.js";

export async function requireToken(request, secret) {
  if (!secret) throw new Problem(503, "no_write_token", "no write token is configured, so nothing can be written");
  const [, given] = /^Bearer +(\S+) *$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (given === undefined) throw unauthorized("a bearer token is needed", 'Bearer realm="coverages"');
  if (!(await isSame(given, secret))) throw unauthorized("the token is wrong", 'Bearer realm="coverages", error="invalid_token"');
}

function unauthorized(detail, challenge) {
  return new Problem(401, "unauthorized", detail, { headers: { "www-authenticate": challenge } });
}

/** In a time that tells nothing of the secret: digests of one length are compared to the last byte. */
async function isSame(given, secret) {
  const [left, right] = await Promise.all([given, secret].map(digest));
  let difference = 0;
  for (let index = 0; index < left.length; index++) difference |= left[index] ^ right[index];
  return difference === 0;
}

async function digest(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

// Serves the built page as any static server would: right types, compressed, nothing else. Loopback, random port.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const DIST = fileURLToPath(new URL("../../www/dist/", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const done = new Map();

/** Each file once. `quality` of Brotli: that of a server that compresses when it is asked, or the best, which takes seconds. */
function compress(file, body, accepted, quality) {
  const encoding = /\bbr\b/.test(accepted) ? "br" : "gzip";
  const key = `${encoding} ${quality} ${file}`;
  if (!done.has(key)) done.set(key, encoding === "br" ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }) : gzipSync(body));
  return [encoding, done.get(key)];
}

/** Resolves to the page's address and a function that stops the server. `base`: the folder the page is served from, `folder`: where
 *  its files are, `quality`: of their compression. */
export async function serve(base = "/", folder = DIST, quality = 6) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://loopback");
    const path = pathname.startsWith(base) ? normalize(pathname.slice(base.length)) : "..";
    const file = path.startsWith("..") ? null : join(folder, path, /(?:^|\/)\.?$/.test(path) ? "index.html" : "");
    const body = file && (await readFile(file).catch(() => null));
    if (!body) return response.writeHead(404).end();
    const [encoding, compressed] = compress(file, body, request.headers["accept-encoding"] ?? "", quality);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-encoding": encoding, "cache-control": "no-store" });
    response.end(compressed);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

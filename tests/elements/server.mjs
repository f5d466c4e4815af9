// Serves the built elements, the package and a page, under the policy that the elements are made for. Loopback, random port.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FOLDERS = { "/editor/": "editor/dist/", "/pkg/": "pkg/", "/examples/": "examples/", "/tests/": "tests/elements/pages/" };
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm" };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'; img-src 'self'";

/** As a bundler would: the policy has no place for an import map. */
const entries = JSON.parse(await readFile(join(ROOT, "pkg/package.json"), "utf8")).exports;
const withAddresses = (code) =>
  code.replace(/(from|import|import\()\s*"(care-coverage(?:-editor)?)(\/[^"]*)?"/g, (whole, word, name, path = "") => {
    if (name === "care-coverage-editor") return `${word} "/editor/index.js"`;
    const entry = entries[`.${path}`];
    const file = entry?.browser?.default ?? entry?.import?.default ?? entry?.default;
    return file ? `${word} "/pkg/${file.slice(2)}"` : whole;
  });

export async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://loopback");
    const [prefix, folder] = Object.entries(FOLDERS).find(([prefix]) => pathname.startsWith(prefix)) ?? [];
    const path = prefix && normalize(pathname.slice(prefix.length));
    const body = path && !path.startsWith("..") && (await readFile(join(ROOT, folder, path)).catch(() => null));
    if (!body) return response.writeHead(404).end();
    const type = extname(path);
    response.writeHead(200, { "content-type": TYPES[type] ?? "application/octet-stream", "content-security-policy": POLICY, "cache-control": "no-store" });
    response.end(type === ".js" || type === ".mjs" ? withAddresses(body.toString()) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

// A static server for a few folders: right types, nothing else. Loopback, any free port.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8", ".json": "application/json", ".wasm": "application/wasm" };

/** `folders`: which folder answers under which first name of a path. `policy`: the Content-Security-Policy of every answer. */
export async function serve(folders, policy) {
  const server = createServer(async (request, response) => {
    const [name, ...rest] = normalize(new URL(request.url, "http://loopback").pathname).split("/").slice(1);
    if (name === "favicon.ico") return response.writeHead(204).end();
    const file = folders[name] && join(folders[name], ...rest);
    const body = file && (await readFile(file).catch(() => null));
    if (!body) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...(policy && { "content-security-policy": policy }) });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

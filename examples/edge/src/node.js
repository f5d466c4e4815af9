// The service on Node 22.13 or later: `node src/node.js`.
import { createServer } from "node:http";
import { handlerOf } from "./runtime.js";

const handle = handlerOf(process.env);

// A request that is not whole by then is ended, whatever the service makes of it.
const server = createServer({ requestTimeout: 30_000 }, async (incoming, outgoing) => {
  const request = requestOf(incoming);
  if (request === null) return outgoing.writeHead(400).end();
  const response = await handle(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});

/** Null for what no Request can be: a method such as TRACE, or a target that is no path. */
function requestOf(incoming) {
  const { method, headers, url } = incoming;
  // A body that is not read to its end is left, and its connection is kept for the answer.
  const body = method === "GET" || method === "HEAD" ? undefined : ReadableStream.from(incoming.iterator({ destroyOnReturn: false }));
  try {
    return new Request(`http://localhost${url}`, { method, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]), body, duplex: "half" });
  } catch {
    return null;
  }
}

server.listen(Number(process.env.PORT ?? 8787), process.env.HOST ?? "127.0.0.1", () => console.log(`listening on ${server.address().port}`));

// The service on Node 22.13 or later: `node src/node.js`.
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { handlerOf } from "./runtime.js";

const handle = handlerOf(process.env);

const server = createServer(async (incoming, outgoing) => {
  const { method, headers, url } = incoming;
  const body = method === "GET" || method === "HEAD" ? undefined : Readable.toWeb(incoming);
  const request = new Request(new URL(url, "http://localhost"), { method, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]), body, duplex: "half" });
  const response = await handle(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(Buffer.from(await response.arrayBuffer()));
});
server.listen(Number(process.env.PORT ?? 8787), process.env.HOST ?? "127.0.0.1", () => console.log(`listening on ${server.address().port}`));

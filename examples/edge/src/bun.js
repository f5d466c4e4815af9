// The service on Bun: `bun src/bun.js`.
import { handlerOf } from "./runtime.js";

const { PORT = "8787", HOST = "127.0.0.1" } = Bun.env;
const handle = handlerOf(Bun.env);
const server = Bun.serve({ port: Number(PORT), hostname: HOST, fetch: (request) => handle(request) });
console.log(`listening on ${server.port}`);

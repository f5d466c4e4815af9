// The service on Deno: `deno run --allow-net --allow-read --allow-write --allow-env src/deno.js`.
import { handlerOf } from "./runtime.js";

const { PORT = "8787", HOST = "127.0.0.1" } = Deno.env.toObject();
const handle = handlerOf(Deno.env.toObject());
Deno.serve({ port: Number(PORT), hostname: HOST, onListen: ({ port }) => console.log(`listening on ${port}`) }, (request) => handle(request));

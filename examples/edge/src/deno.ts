// The service on Deno: `deno run --allow-net --allow-read --allow-write --allow-env src/deno.ts`.
import { serviceOf } from "./sqlite.ts";

const { fetch, ...where } = serviceOf(Deno.env.toObject());
Deno.serve({ ...where, onListen: ({ port }) => console.log(`listening on ${port}`) }, fetch);

// The service on Node 22.18 or later, which runs TypeScript: `node src/node.ts`.
import { serve } from "@hono/node-server";
import { serviceOf } from "./sqlite.ts";

// A request that is not whole by then is ended, whatever the service makes of it.
serve({ ...serviceOf(process.env), serverOptions: { requestTimeout: 30_000 } }, ({ port }) => console.log(`listening on ${port}`));

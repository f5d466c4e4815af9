// The service on Bun: `bun src/bun.ts`.
import { serviceOf } from "./sqlite.ts";

console.log(`listening on ${Bun.serve(serviceOf(Bun.env)).port}`);

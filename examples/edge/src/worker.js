// The service on Cloudflare Workers: coverages and the catalogue in D1, the token a secret.
import { createD1Store } from "care-coverage/stores/d1";
import { readCatalog } from "./catalog.js";
import { createHandler } from "./handler.js";

export default {
  /** @param {Request} request
   *  @param {{ DB: D1Database, WRITE_TOKEN?: string, MAX_BODY_BYTES: string, MAX_BODY_MILLISECONDS: string }} env */
  fetch(request, env) {
    const handle = createHandler({
      openStore: () => createD1Store(env.DB),
      getCatalog: () => readCatalog(env.DB),
      writeToken: env.WRITE_TOKEN,
      maxBytes: Number(env.MAX_BODY_BYTES),
      maxMilliseconds: Number(env.MAX_BODY_MILLISECONDS),
    });
    return handle(request);
  },
};

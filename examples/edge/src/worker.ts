// The service on Cloudflare Workers: coverages and the catalogue in D1, the token a secret.
import { init } from "care-coverage";
import { createD1Store } from "care-coverage/stores/d1";
import { env, waitUntil } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { createCatalogSource } from "./catalog.ts";
import { numberOf, settingsOf } from "./settings.ts";

const { DB, RATE_LIMITER } = env;

// An isolate has 128 MB in all. The engine refuses a document before the platform ends the isolate.
init({ maxMemory: 80 * 1024 * 1024 });

/** One caller, as Cloudflare sees it. */
const callerOf = (request: Request) => request.headers.get("cf-connecting-ip") ?? "";

export default createApp({
  ...settingsOf({ ...env }),
  openStore: () => createD1Store(DB),
  catalog: createCatalogSource(DB, {
    freshMilliseconds: numberOf({ ...env }, "CATALOG_FRESH_SECONDS", 5) * 1000,
    usableMilliseconds: numberOf({ ...env }, "CATALOG_USABLE_SECONDS", 60) * 1000,
    waitUntil,
  }),
  isWithinRate: RATE_LIMITER && (async (request) => (await RATE_LIMITER.limit({ key: callerOf(request) })).success),
});

// The service: its routes. It knows no runtime: what differs between them is handed in.
import { CoverageError, checkDispenseText, packageVersion, readJsonText } from "care-coverage";
import type { CareAct, CoveragePayload, CoverageStore } from "care-coverage";
import { Hono } from "hono";
import type { RequestIdVariables } from "hono/request-id";
import { jsonBody } from "./body.ts";
import type { Limits } from "./body.ts";
import { KeptCoverages, read, unlessStale } from "./kept.ts";
import type { CatalogSource } from "./kept.ts";
import { authorize, known, limitRate, useMiddleware } from "./middleware.ts";
import { openApi } from "./openapi.ts";
import { analysisIn, checkPreconditions, etagOf, nameIn, versionIn } from "./parameters.ts";
import { Problem } from "./problems.ts";
import { readQuestion, reimburse, within } from "./questions.ts";
import type { OnRequest } from "./report.ts";
import { checkRequirements, compareAmounts } from "./requirements.ts";
import { schemas } from "./schemas.ts";

/** What a runtime hands in. */
export interface Services extends Limits {
  /** A store for one request: what it stages no other may commit. */
  openStore: () => CoverageStore | Promise<CoverageStore>;
  catalog: CatalogSource;
  /** The secret that a write must bear; without one nobody writes. */
  writeToken?: string | undefined;
  /** Origins whose pages may ask; none by default. */
  allowedOrigins?: string[];
  /** Whether whoever sends this request may ask now. Left out, everybody always may. */
  isWithinRate?: ((request: Request) => Promise<boolean>) | undefined;
  /** Learns of every answer. */
  onRequest?: OnRequest;
}

export interface Env {
  Variables: RequestIdVariables & { bytes: Uint8Array; code: string };
}

export function createApp(services: Services) {
  const { openStore, catalog, writeToken, isWithinRate, ...limits } = services;
  const app = new Hono<Env>();
  const coverages = new KeptCoverages(openStore);
  useMiddleware(app, services);

  app.get("/health", (c) =>
    unlessStale(catalog, async () => {
      const { careTypeCount } = await catalog.current();
      return c.json({ status: "ok", version: packageVersion(), care_types: careTypeCount }, 200, { "cache-control": "no-store" });
    }),
  );
  app.use(limitRate(isWithinRate));

  const body = jsonBody(limits);

  app.post("/coverages", authorize(writeToken), body, (c) =>
    unlessStale(catalog, async () => {
      const bytes = c.get("bytes");
      // The text and not its value is judged, so that every diagnostic has its place in the text. The store need not judge again, and
      // has no catalogue.
      const diagnostics = (await catalog.latest()).validateCoverageText(bytes);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      if (errors.length > 0) throw new CoverageError(errors);
      const payload = readJsonText(bytes) as CoveragePayload;
      const store = await openStore();
      await checkPreconditions(c, store, payload.name);
      const stored = await store.createOrUpdateCoverage(payload);
      const location = `/coverages/${encodeURIComponent(stored.name)}?version=${stored.version}`;
      return c.json({ ...stored, diagnostics }, 201, { location, etag: etagOf(stored.version) });
    }),
  );

  app.get("/coverages/:name", known, async (c) => {
    const [name, version] = [nameIn(c), versionIn(c)];
    const payload = await read(await openStore(), name, version);
    // A version never changes; which one is the latest does.
    return c.json(payload, 200, { etag: etagOf(payload.version), "cache-control": version === null ? "no-cache" : "public, max-age=31536000, immutable" });
  });

  app.post("/validate", body, (c) =>
    unlessStale(catalog, async () => {
      const analysis = analysisIn(c);
      const diagnostics = (await catalog.current()).validateCoverageText(c.get("bytes"), { analysis });
      return c.json({ valid: !diagnostics.some(({ severity }) => severity === "error"), diagnostics });
    }),
  );

  app.post("/match", body, (c) =>
    unlessStale(catalog, async () => {
      const { name, version, act } = readQuestion(readJsonText(c.get("bytes")), ["act"], []);
      return coverages.ask(await catalog.current(), name, version, (coverage, version) =>
        c.json({ name, version, decision: within("/act", () => coverage.guaranteesFor(act as CareAct)) }),
      );
    }),
  );

  app.post("/reimburse", body, (c) =>
    unlessStale(catalog, async () => {
      const question = readQuestion(readJsonText(c.get("bytes")), ["act"], ["counters", "options"]);
      const { name, version } = question;
      return coverages.ask(await catalog.current(), name, version, (coverage, version) =>
        c.json({ name, version, reimbursement: reimburse(coverage, question) }),
      );
    }),
  );

  app.post("/requirements", body, (c) =>
    unlessStale(catalog, async () => {
      const question = readQuestion(readJsonText(c.get("bytes")), ["profile", "date"], ["classes", "declarations", "tariffs"]);
      return coverages.ask(await catalog.current(), question.name, question.version, (coverage, version) =>
        c.json({ name: question.name, version, report: checkRequirements(coverage, question) }),
      );
    }),
  );

  app.post("/compare", body, (c) =>
    unlessStale(catalog, async () => {
      const question = readQuestion(readJsonText(c.get("bytes")), ["next", "date"], ["rates"]);
      const next = readQuestion(question.next, [], [], "/next");
      return coverages.askBoth(await catalog.current(), question, next, ([coverage, other], [version, nextVersion]) =>
        c.json({ current: { name: question.name, version }, next: { name: next.name, version: nextVersion }, comparison: compareAmounts(coverage, other, question) }),
      );
    }),
  );

  app.post("/dispense/check", body, (c) => c.json(checkDispenseText(c.get("bytes"))));

  app.get("/schemas/:name", known, (c) => {
    const name = c.req.param("name");
    const schema = schemas.get(name);
    if (schema === undefined) throw new Problem(404, "unknown_schema", `there is no schema \`${name}\``);
    return c.json(schema, 200, { "content-type": "application/schema+json", "cache-control": "no-cache" });
  });

  app.get("/openapi.json", known, (c) => c.json(openApi, 200, { "cache-control": "no-cache" }));

  return app;
}

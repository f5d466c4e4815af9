import { CareTypeCatalog, CoverageError, readJsonText, type Coverage, type CoveragePayload } from "care-coverage";
import { createD1Store, type D1Binding } from "care-coverage/stores/d1";
import { Hono } from "hono";
import lists from "../../catalog.json";

const catalog = new CareTypeCatalog(lists); // when the worker starts
const compiled = new Map<string, Coverage>(); // a stored version never changes
const storeOf = ({ DB }: { DB: D1Binding }) => createD1Store(DB, { catalog }); // refuses errors, and any version but the next
const STATUS: Record<string, 404 | 409> = { unknown_coverage: 404, unknown_version: 404, version_exists: 409, version_not_next: 409 };

export default new Hono<{ Bindings: { DB: D1Binding } }>()
  .post("/validate", async (c) => c.json({ diagnostics: catalog.validateCoverageText(await c.req.bytes()) }))
  .post("/coverages", async (c) => c.json(await storeOf(c.env).createOrUpdateCoverage(readJsonText(await c.req.bytes()) as CoveragePayload), 201))
  .post("/coverages/:name/:version/match", async (c) => {
    const { name, version } = c.req.param();
    const coverage = compiled.get(`${version} ${name}`) ?? catalog.compileCoverage(await storeOf(c.env).getCoveragePayload(name, Number(version)));
    if (compiled.size < 1000) compiled.set(`${version} ${name}`, coverage);
    return c.json(coverage.guaranteesForText(await c.req.bytes()));
  })
  .onError((error, c) => {
    if (!(error instanceof CoverageError) || /^(internal|out_of_memory|stale)$/.test(error.code)) throw error;
    const status = STATUS[error.code] ?? 422;
    return c.json({ status, detail: error.message, ...error.toJSON() }, status, { "content-type": "application/problem+json" });
  });

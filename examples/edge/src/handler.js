// The service: a Request in, a Response out. It knows no runtime: what differs between them is handed in.
import { CoverageError, checkDispense } from "care-coverage";
import { parse, readJson, readText } from "./body.js";
import { CompiledCoverages } from "./compiled.js";
import { json, notModified } from "./answers.js";
import { openApi } from "./openapi.js";
import { Problem, problemOf } from "./problems.js";
import { schemas } from "./schemas.js";
import { requireToken } from "./token.js";

/** What a runtime hands in.
 *  @typedef {object} Services
 *  @property {() => import("care-coverage").CoverageStore | Promise<import("care-coverage").CoverageStore>} openStore A store for one
 *    request: what it stages no other may commit.
 *  @property {() => import("care-coverage").CareTypeCatalog | Promise<import("care-coverage").CareTypeCatalog>} getCatalog The
 *    catalogue of today: the same object as long as it is the same.
 *  @property {string | undefined} writeToken The secret that a write must bear; without one nobody writes.
 *  @property {number} maxBytes Bytes that a body may have.
 *  @property {number} maxMilliseconds How long a body may take to arrive. */

/** Coverages that were compiled stay: a stored version never changes. */
const compiled = new CompiledCoverages(32);

/** Each path, and for each method what answers it. */
const ROUTES = [
  [/^\/coverages$/, { POST: createOrUpdate }],
  [/^\/coverages\/([^/]+)$/, { GET: getCoverage }],
  [/^\/validate$/, { POST: validate }],
  [/^\/match$/, { POST: match }],
  [/^\/dispense\/check$/, { POST: check }],
  [/^\/schemas\/([^/]+)$/, { GET: getSchema }],
  [/^\/openapi\.json$/, { GET: ({ request }) => unlessKnown(request, openApi, { etag: openApi.info.version, type: "application/json" }) }],
];

/** @param {Services} services */
export function createHandler({ maxBytes, maxMilliseconds, ...services }) {
  return async function handle(/** @type {Request} */ request) {
    try {
      return await route({ request, limits: { maxBytes, maxMilliseconds }, ...services });
    } catch (error) {
      return problemOf(error);
    }
  };
}

async function route(given) {
  const url = new URL(given.request.url);
  for (const [path, methods] of ROUTES) {
    const [found, name] = path.exec(url.pathname) ?? [];
    if (found === undefined) continue;
    const { method } = given.request;
    const answer = methods[method === "HEAD" ? "GET" : method];
    const allowed = Object.keys(methods).flatMap((name) => (name === "GET" ? ["GET", "HEAD"] : [name])).join(", ");
    if (answer === undefined) throw new Problem(405, "method_not_allowed", `${url.pathname} takes ${allowed}`, { headers: { allow: allowed } });
    const response = await answer({ ...given, url, name: name === undefined ? undefined : decoded(name) });
    return method === "HEAD" ? new Response(null, response) : response;
  }
  throw new Problem(404, "not_found", `there is nothing at ${url.pathname}`);
}

/** POST /coverages */
async function createOrUpdate({ request, limits, openStore, getCatalog, writeToken }) {
  await requireToken(request, writeToken);
  const text = await readText(request, limits);
  // The text and not its value is judged, so that no key that stands twice is lost, and every diagnostic has its place in the
  // text. The store need not judge again, and has no catalogue.
  const diagnostics = (await getCatalog()).validateCoverageText(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new CoverageError(errors);
  const payload = parse(text);
  const store = await openStore();
  await checkPreconditions(request, store, payload.name);
  const stored = await store.createOrUpdateCoverage(payload);
  const location = `/coverages/${encodeURIComponent(stored.name)}?version=${stored.version}`;
  return json({ ...stored, diagnostics }, { status: 201, headers: { location, etag: etagOf(stored.version) } });
}

/** `If-Match`: the caller knows the latest version. `If-None-Match: *`: there is none yet. That nothing comes between this and the
 *  write is the version rule's doing: a version is only stored after the one before it, and only once. */
async function checkPreconditions(request, store, name) {
  const [wanted, unwanted] = [request.headers.get("if-match"), request.headers.get("if-none-match")];
  if (wanted === null && unwanted === null) return;
  const etag = await store.getLatestCoveragePayload(name).then(({ version }) => etagOf(version), unlessUnknown);
  const holds = (wanted === null || matches(wanted, etag)) && (unwanted === null || !matches(unwanted, etag));
  if (!holds) throw new Problem(412, "precondition_failed", etag === null ? "no version is stored" : `the latest version has the ETag ${etag}`);
}

function unlessUnknown(error) {
  if (error.code !== "unknown_coverage") throw error;
  return null;
}

/** GET /coverages/:name */
async function getCoverage({ request, url, name, openStore }) {
  const version = versionOf(url);
  const payload = await stored(openStore, name, version);
  // A version never changes; which one is the latest does.
  const cacheControl = version === null ? "no-cache" : "public, max-age=31536000, immutable";
  return unlessKnown(request, payload, { etag: payload.version, cacheControl, type: "application/json" });
}

/** A stored payload; the latest where no version is given. */
async function stored(openStore, name, version) {
  const store = await openStore();
  return version === null ? store.getLatestCoveragePayload(name) : store.getCoveragePayload(name, version);
}

/** The version that is asked for; null for the latest. */
function versionOf(url) {
  const values = url.searchParams.getAll("version");
  const unknown = [...url.searchParams.keys()].find((key) => key !== "version");
  const isGood = values.length === 0 || (values.length === 1 && /^[1-9]\d{0,14}$/.test(values[0]));
  if (unknown !== undefined) throw new Problem(400, "invalid_parameter", `there is no parameter \`${unknown}\``);
  if (!isGood) throw new Problem(400, "invalid_parameter", "`version` is one integer of 1 to 999999999999999");
  return values.length === 0 ? null : Number(values[0]);
}

/** POST /validate */
async function validate({ request, limits, getCatalog }) {
  const text = await readText(request, limits);
  const diagnostics = (await getCatalog()).validateCoverageText(text);
  return json({ valid: !diagnostics.some(({ severity }) => severity === "error"), diagnostics });
}

/** POST /match */
async function match({ request, limits, openStore, getCatalog }) {
  const { name, version = null, act } = fieldsOf(await readJson(request, limits), { name: "string", act: "object" }, { version: "integer" });
  const [catalog, payload] = await Promise.all([getCatalog(), stored(openStore, name, version)]);
  const coverage = compile(catalog, payload);
  return json({ name, version: payload.version, decision: within("/act", () => coverage.guaranteesFor(act)) });
}

/** The catalogue may be another one than when the coverage was stored. */
function compile(catalog, payload) {
  try {
    return compiled.get(catalog, payload);
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    throw new Problem(409, "unusable_coverage", "the stored coverage cannot be used with the catalogue of today", error);
  }
}

/** Asks about a part of the body: what is said of the part's places is said of the body's. */
function within(pointer, ask) {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    const moved = (part) => ({ ...part, pointer: pointer + part.pointer });
    const patch = (step) => ({ ...step, path: pointer + step.path, ...(step.from !== undefined && { from: pointer + step.from }) });
    const diagnostics = error.diagnostics.map((one) => ({ ...moved(one), related: one.related.map(moved), fix: one.fix?.map(patch) ?? null }));
    throw new CoverageError(diagnostics);
  }
}

/** POST /dispense/check */
async function check({ request, limits }) {
  return json(checkDispense(await readJson(request, limits)));
}

/** GET /schemas/:name */
function getSchema({ request, name }) {
  const schema = schemas.get(name);
  if (schema === undefined) throw new Problem(404, "unknown_schema", `there is no schema \`${name}\``);
  return unlessKnown(request, schema, { etag: openApi.info.version, type: "application/schema+json" });
}

/** The answer of a read; or 304, where the caller has it already. */
function unlessKnown(request, value, { etag, cacheControl = "no-cache", type }) {
  const headers = { etag: etagOf(etag), "cache-control": cacheControl };
  const known = request.headers.get("if-none-match");
  return known !== null && matches(known, headers.etag) ? notModified(headers) : json(value, { headers: { ...headers, "content-type": type } });
}

function etagOf(version) {
  return `"${version}"`;
}

/** Whether one of the listed ETags is this one; `*` is every one that there is. */
function matches(listed, etag) {
  if (etag === null) return false;
  return listed.trim() === "*" || listed.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

/** The fields of an object, which has the required ones and no others than these. */
function fieldsOf(value, required, optional) {
  const kinds = { ...required, ...optional };
  const isKind = { string: (v) => typeof v === "string", object: (v) => typeof v === "object" && v !== null && !Array.isArray(v), integer: (v) => v === null || (Number.isSafeInteger(v) && v >= 1) };
  if (!isKind.object(value)) throw new Problem(422, "wrong_type", "the body is an object");
  for (const name of Object.keys(required)) if (!Object.hasOwn(value, name)) throw new Problem(422, "missing_field", `\`${name}\` is missing`);
  for (const [name, given] of Object.entries(value)) {
    if (!Object.hasOwn(kinds, name)) throw new Problem(422, "unknown_field", `unknown field \`${name}\``);
    if (!isKind[kinds[name]](given)) throw new Problem(422, "wrong_type", `\`${name}\` is ${kinds[name] === "integer" ? "an integer of at least 1" : `of the kind ${kinds[name]}`}`);
  }
  return value;
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Problem(400, "invalid_parameter", "the path is not percent-encoded UTF-8");
  }
}

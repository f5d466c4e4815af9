// What a request says outside of its body: the name in the path, the version in the query, and preconditions.
import type { CoverageStore } from "care-coverage";
import type { Context } from "hono";
import { Problem } from "./problems.ts";

/** The name in the path. */
export function nameIn(c: Context): string {
  try {
    decodeURIComponent(new URL(c.req.url).pathname);
  } catch {
    throw new Problem(400, "invalid_parameter", "the path is not percent-encoded UTF-8");
  }
  return c.req.param("name") ?? "";
}

/** The version that is asked for; null for the latest. */
export function versionIn(c: Context): number | null {
  const text = parameterIn(c, "version", /^[1-9]\d{0,14}$/, "one integer of 1 to 999999999999999");
  return text === null ? null : Number(text);
}

/** Whether overlaps, gaps and redundant mappings are asked for, which is more than half of a validation; they are where nothing is said. */
export function analysisIn(c: Context): boolean {
  return parameterIn(c, "analysis", /^(?:true|false)$/, "`true` or `false`") !== "false";
}

/** The only parameter that a route has, null where it is left out. */
function parameterIn(c: Context, name: string, form: RegExp, inWords: string): string | null {
  const parameters = c.req.queries();
  const unknown = Object.keys(parameters).find((key) => key !== name);
  if (unknown !== undefined) throw new Problem(400, "invalid_parameter", `there is no parameter \`${unknown}\``);
  const values = parameters[name];
  if (values === undefined) return null;
  const [text = ""] = values;
  if (values.length > 1 || !form.test(text)) throw new Problem(400, "invalid_parameter", `\`${name}\` is ${inWords}`);
  return text;
}

/** `If-Match`: the caller knows the latest version. `If-None-Match: *`: there is none yet. That nothing comes between this and the
 *  write is the version rule's doing: a version is only stored after the one before it, and only once. */
export async function checkPreconditions(c: Context, store: CoverageStore, name: string): Promise<void> {
  const [wanted, unwanted] = [c.req.header("if-match"), c.req.header("if-none-match")];
  if (wanted === undefined && unwanted === undefined) return;
  const latest = await latestVersion(store, name);
  const etag = latest === null ? null : etagOf(latest);
  const holds = (wanted === undefined || matches(wanted, etag)) && (unwanted === undefined || !matches(unwanted, etag));
  if (!holds) throw new Problem(412, "precondition_failed", etag === null ? "no version is stored" : `the latest version has the ETag ${etag}`);
}

/** The latest version of any store; null where none is there. */
export async function latestVersion(store: CoverageStore, name: string): Promise<number | null> {
  if (store.latestVersion !== undefined) return store.latestVersion(name);
  return store.getLatestCoveragePayload(name).then(
    ({ version }) => version,
    (error) => {
      if (error?.code !== "unknown_coverage") throw error;
      return null;
    },
  );
}

export function etagOf(version: number): string {
  return `"${version}"`;
}

/** Whether one of the listed ETags is this one; `*` is every one that there is. */
function matches(listed: string, etag: string | null): boolean {
  if (etag === null) return false;
  return listed.trim() === "*" || listed.split(",").some((one) => one.trim().replace(/^W\//, "") === etag);
}

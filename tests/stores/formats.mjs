// Stores that were written in an earlier format, and what comes of them.
import { assert, equal, refused } from "./asserts.mjs";
import { coverageOf } from "./payloads.mjs";

const read = async (path) => (await import("node:fs")).readFileSync(new URL(path, import.meta.url), "utf8");

/** The statements that write a store of an earlier format into an empty database. */
export async function statementsOf(format) {
  return (await read(`formats/${format}.sql`)).split("\n").filter((line) => line && !line.startsWith("--"));
}

/** The same content for a storage without SQL: [name, version, payload as text]. */
export async function rowsOf(format) {
  const rows = (await statementsOf(format)).map((line) => /^INSERT INTO care_coverage_versions VALUES \('(.*?)', (\d+), '(.*?)'/.exec(line)).filter(Boolean);
  return rows.map(([, name, version, payload]) => [name, Number(version), payload]);
}

/** What a store of this format must answer in this version of the package, and take. */
export async function readsFormat1(store) {
  equal(await store.listCoverages(), [{ name: "a\u0000b", latest_version: 1 }, { name: "basic", latest_version: 2 }]);
  equal(await store.getCoveragePayload("basic", 1), { name: "basic", version: 1, guarantees: [] });
  const latest = await store.getLatestCoveragePayload("basic");
  assert(Object.hasOwn(latest.guarantees[0].coverage_rule, "__proto__"), "the rule is whole");
  await refused("version_exists", () => store.createOrUpdateCoverage(coverageOf("basic", 2)));
  equal(await store.createOrUpdateCoverage(coverageOf("basic", 3)), { name: "basic", version: 3, created: false });
}

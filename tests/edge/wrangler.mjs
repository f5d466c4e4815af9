// The worker as wrangler would upload it, on workerd with D1.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { seedStatements } from "../../examples/edge/seed-statements.mjs";
import { startWorker } from "../stores/workerd.mjs";

export const EDGE = fileURLToPath(new URL("../../examples/edge/", import.meta.url));
export const EXAMPLES = fileURLToPath(new URL("../../examples/", import.meta.url));
export const example = (name) => JSON.parse(readFileSync(join(EXAMPLES, name), "utf8"));
export const WRITE_TOKEN = "a-token-for-tests";

const WRANGLER = join(dirname(createRequire(join(EDGE, "package.json")).resolve("wrangler/package.json")), "bin/wrangler.js");

/** Runs wrangler in the folder of the template; it asks nobody and reports to nobody. */
export async function wrangler(...given) {
  const env = { ...process.env, WRANGLER_SEND_METRICS: "false", CLOUDFLARE_CF_FETCH_ENABLED: "false", WRANGLER_LOG_PATH: tmpdir(), CI: "true" };
  return promisify(execFile)(process.execPath, [WRANGLER, ...given], { cwd: EDGE, env });
}

/** Starts the worker with a seeded database. `variables`: those of the worker. `options`: more for miniflare. `others`: more workers. */
export async function startEdge(variables = {}, options = {}, others = []) {
  const folder = mkdtempSync(join(tmpdir(), "edge-"));
  await wrangler("deploy", "--dry-run", "--outdir", folder);
  const worker = await startWorker(folder, { bindings: { WRITE_TOKEN, ...variables }, port: 0, ...options }, others);
  rmSync(folder, { recursive: true, force: true });
  const database = await worker.database();
  await database.batch(seedStatements(example("catalog.json")).map((statement) => database.prepare(statement)));
  return { address: worker.address.origin, directAddress: worker.directAddress, database, stop: worker.stop };
}

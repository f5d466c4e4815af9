// Schemathesis against the OpenAPI document of the worker: `node fuzz.mjs SCHEMATHESIS EXAMPLES`, EXAMPLES an operation, with a fixed
// seed, on this machine only.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { WRITE_TOKEN, example, startEdge } from "./wrangler.mjs";

const [schemathesis, examples] = process.argv.slice(2);
const edge = await startEdge();
const headers = { "content-type": "application/json", authorization: `Bearer ${WRITE_TOKEN}` };
await fetch(`${edge.address}/coverages`, { method: "POST", headers, body: JSON.stringify({ ...example("coverage.json"), version: 1 }) });

// What it keeps between runs stays out of the project.
const cwd = mkdtempSync(join(tmpdir(), "schemathesis-"));
const child = spawn(
  schemathesis,
  [
    "--config-file", fileURLToPath(new URL("schemathesis.toml", import.meta.url)), "run", `${edge.address}/openapi.json`,
    "--max-examples", examples, "--seed", "1", "--header", `Authorization: Bearer ${WRITE_TOKEN}`, "--workers", "1", "--request-timeout", "30", "--no-color",
  ],
  { cwd, stdio: "inherit" },
);
const [code] = await once(child, "close");
rmSync(cwd, { recursive: true, force: true });
await edge.stop();
process.exit(code);

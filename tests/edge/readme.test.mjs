// The curl lines of the template's README, one after the other, print what it says.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { EDGE, WRITE_TOKEN, startEdge } from "./wrangler.mjs";

test("the curl lines of the README print what it says", async (t) => {
  const readme = readFileSync(join(EDGE, "README.md"), "utf8");
  assert.match(readme, new RegExp(`^TOKEN=${WRITE_TOKEN} `, "m"));
  const lines = Array.from(readme.matchAll(/^(curl .*)\n# (.*)$/gm), ([, command, promised]) => [command, promised.split("…")[0]]);
  assert.ok(lines.length >= 10);
  const edge = await startEdge();
  try {
    for (const [command, promised] of lines) {
      const { stdout } = await promisify(execFile)("bash", ["-c", command], { env: { ...process.env, URL: edge.address, TOKEN: WRITE_TOKEN } });
      assert.ok(stdout.startsWith(promised), `${command}\n want ${promised}\n got  ${stdout.slice(0, 300)}`);
    }
  } finally {
    await edge.stop();
  }
  t.diagnostic(`${lines.length} lines`);
});

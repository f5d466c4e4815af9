// Requests per second of routes, each compared with an empty Hono worker in the same workerd, round after round: on a machine that does other
// things, too, only ratios within a round say something. What workerd takes of the processor is measured, too: others disturb it less.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { EDGE } from "./wrangler.mjs";

const ROUNDS = 7;
const MILLISECONDS = 800;

/** The client that miniflare brings: it takes less of the machine than `fetch`. */
const ofMiniflare = createRequire(createRequire(join(EDGE, "package.json")).resolve("miniflare"));
const { Pool } = await import(pathToFileURL(ofMiniflare.resolve("undici")).href);

export const EMPTY = "empty";

/** A worker that does nothing, with Hono. `options`: more for miniflare. */
export async function emptyWorker(options) {
  const contents = `
    import { Hono } from "hono";
    const app = new Hono();
    app.get("/", (c) => c.text(""));
    app.post("/", async (c) => c.text((await c.req.text()).slice(0, 0)));
    export default app;`;
  const { outputFiles } = await build({ stdin: { contents, resolveDir: EDGE }, bundle: true, format: "esm", target: "es2022", write: false });
  return { name: EMPTY, modules: [{ type: "ESModule", path: "empty.js", contents: outputFiles[0].text }], compatibilityDate: "2026-04-01", ...options };
}

export const COLUMNS = ["route", "kB", "per s", "empty", "ratio", "CPU µs", "empty", "ratio"];

/** Rows of a table of these columns. `routes`: a title, a path, and the value that is the body where it has one. */
export async function measured({ service, empty, clients, headers }, routes) {
  const [asked, idle] = [service, empty].map((address) => new Pool(address, { connections: clients, pipelining: 1 }));
  const cases = routes.map(([title, path, value]) => {
    const body = value === undefined ? undefined : JSON.stringify(value);
    const request = { method: body === undefined ? "GET" : "POST", headers: body === undefined ? {} : headers, body };
    return { title, body, pairs: [], ours: () => askedFor(asked, { ...request, path }, clients), theirs: () => askedFor(idle, { ...request, path: "/" }, clients) };
  });
  // The first round compiles, and fills what is kept.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { ours, theirs, pairs } of cases) {
      const pair = round % 2 === 0 ? [await ours(), await theirs()] : [await theirs(), await ours()].reverse();
      if (round > 0) pairs.push(pair);
    }
  }
  await Promise.all([asked.close(), idle.close()]);
  return cases.map(({ title, body = "", pairs }) => {
    const of = (value) => median(pairs.map(([ours, theirs]) => value(ours, theirs)));
    return [
      title, (body.length / 1000).toFixed(1),
      ...[of((ours) => ours.perSecond), of((_, theirs) => theirs.perSecond)].map((value) => Math.round(value).toLocaleString("en")),
      of((ours, theirs) => ours.perSecond / theirs.perSecond).toFixed(2),
      ...[of((ours) => ours.cpu), of((_, theirs) => theirs.cpu)].map((value) => value.toFixed(0)),
      of((ours, theirs) => theirs.cpu / ours.cpu).toFixed(2),
    ];
  });
}

/** Requests per second, and microseconds of the processor that workerd takes for each. */
async function askedFor(pool, request, clients) {
  const [started, before] = [performance.now(), cpuOfWorkerd()];
  let count = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() - started < MILLISECONDS) {
        const { statusCode, body } = await pool.request(request);
        assert.equal(statusCode, 200, request.path);
        await body.dump();
        count += 1;
      }
    }),
  );
  return { perSecond: (count * 1000) / (performance.now() - started), cpu: (cpuOfWorkerd() - before) / count };
}

/** Microseconds that this process's workerd took of the processor: Linux counts them in hundredths of a second. */
function cpuOfWorkerd() {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ");
  const stats = children.map((pid) => readFileSync(`/proc/${pid}/stat`, "utf8")).filter((stat) => stat.includes("(workerd)"));
  const [, , , , , , , , , , , user, system] = stats[0].slice(stats[0].lastIndexOf(")") + 2).split(" ").map(Number);
  return (user + system) * 10_000;
}

function median(values) {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

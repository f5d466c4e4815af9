// How much memory does a tab take while a file of claims is simulated in it, and does the page answer meanwhile? Chromium, the built package in
// pkg/ without a bundler, a file that a person picks. The memory is that of the tab's process with its workers, from the system.
//
//   node benches/simulate/tab.mjs [ROWS] [date|person]        ends with an error where a goal of the issue is missed
import { createReadStream, readFileSync } from "node:fs";
import { mkdtemp, open, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { cpus, tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { draftOf } from "./draft.mjs";
import { claimsExample } from "../../examples/claims/claims-example.mjs";

const ROWS = Number(process.argv[2] ?? 10_000_000);
const ORDER = process.argv[3] ?? "date";
const [MOST_MEBIBYTES, MOST_MILLISECONDS, MOST_SECONDS] = [400, 50, 60];
const SAMPLE = 100;
const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TYPES = { ".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm", ".html": "text/html" };

const PAGE = `<!doctype html><title>Claims</title><link rel="icon" href="data:,"><input type="file">
<script type="importmap">{ "imports": { "care-coverage": "/pkg/index.js", "care-coverage/slim": "/pkg/slim.js", "care-coverage/worker": "/pkg/worker.js" } }</script>
<script type="module">
  import { createCoverageWorker } from "care-coverage/worker";
  const read = async (name) => (await fetch("/examples/" + name + ".json")).json();
  window.longest = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => (window.longest = Math.max(window.longest, duration)))).observe({ type: "longtask" });
  const worker = await createCoverageWorker();
  const catalog = await worker.createCatalog(await read("catalog"));
  const payload = await read("coverage");
  const [current, draft] = await Promise.all([payload, await (await fetch("/draft.json")).json()].map((payload) => catalog.compileCoverage(payload)));
  window.progress = 0;
  document.querySelector("input").addEventListener("change", async ({ target }) => {
    const started = performance.now();
    window.answer = worker.simulate(current, draft, target.files[0], { format: "csv", by: ["guarantee"], onProgress: () => (window.progress += 1) })
      .then(({ rows, totals, persons }) => ({ rows, totals, counted: persons.counted, seconds: (performance.now() - started) / 1_000 }));
  });
  window.isReady = true;
</script>`;

function serve() {
  const draft = JSON.stringify(draftOf(JSON.parse(readFileSync(join(ROOT, "examples/coverage.json"), "utf8"))));
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://loopback").pathname);
    const send = (type, body) => response.writeHead(200, { "content-type": type }).end(body);
    if (path === "/") return send(TYPES[".html"], PAGE);
    if (path === "/draft.json") return send(TYPES[".json"], draft);
    if (!/^\/(pkg|examples)\//.test(path)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "application/octet-stream" });
    createReadStream(join(ROOT, path)).on("error", () => response.destroy()).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Mebibytes that a process has of its own, those that were swapped out included; none of a process that has ended. */
function memoryOf(pid) {
  let text = "";
  try {
    text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  } catch {
    // It has ended.
  }
  const kibibytes = (name) => Number(text.match(new RegExp(`^${name}:\\s+(\\d+)`, "m"))?.[1] ?? 0);
  return (kibibytes("Private_Dirty") + kibibytes("Private_Clean") + kibibytes("Swap")) / 1_024;
}

/** A spare process waits for the next tab: the tab's is the one that has most. */
async function processesOf(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

const memoryOfTab = (processes) => Math.max(...processes.map(memoryOf));

/** What the main thread of a tab does from now on: the milliseconds of processor time of its longest task, which do not grow where a task waits
 *  for a processor that others use. */
async function traced(browser) {
  const client = await browser.newBrowserCDPSession();
  const events = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const ended = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
  await client.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { recordMode: "recordContinuously", includedCategories: ["toplevel", "__metadata"], excludedCategories: ["*"] } });
  return async (pid) => {
    await client.send("Tracing.end");
    await ended;
    const main = events.find((event) => event.pid === pid && event.name === "thread_name" && event.args.name === "CrRendererMain");
    const tasks = events.filter((event) => event.pid === pid && event.tid === main?.tid && event.ph === "X" && event.name.endsWith("RunTask") && event.tdur !== undefined);
    if (tasks.length === 0) throw new Error("the trace has no task of the page");
    return Math.max(...tasks.map(({ tdur }) => tdur / 1_000));
  };
}

const folder = await mkdtemp(join(tmpdir(), "care-coverage-tab-"));
const server = await serve();
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"] });
try {
  const path = join(folder, "claims.csv");
  const file = await open(path, "w");
  await file.writeFile(claimsExample({ rows: ROWS, order: ORDER }));
  await file.close();
  const { size } = await stat(path);
  const page = await browser.newPage();
  page.on("crash", () => console.error("the tab has crashed"));
  page.on("pageerror", (error) => console.error(error.message));
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => window.isReady);
  const processes = await processesOf(browser);
  const before = memoryOfTab(processes);
  let most = before;
  const sampling = setInterval(() => (most = Math.max(most, memoryOfTab(processes))), SAMPLE);
  // The tasks of its start are reported late.
  await page.waitForTimeout(1_000);
  await page.evaluate(() => (window.longest = 0));
  const trace = await traced(browser);
  await page.locator("input").setInputFiles(path);
  await page.waitForFunction(() => window.answer, undefined, { timeout: 1_200_000 });
  const { rows, seconds, counted, totals } = await page.evaluate(() => window.answer);
  clearInterval(sampling);
  const tab = processes.reduce((most, process) => (memoryOf(process) > memoryOf(most) ? process : most));
  const computing = await trace(tab);
  const longest = await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve(window.longest), 300)));
  const measured = [
    ["memory of the tab", most, MOST_MEBIBYTES, "MiB"], ["longest task of the page", longest, MOST_MILLISECONDS, "ms"],
    ["most computed in one task", computing, MOST_MILLISECONDS, "ms"], ["time", seconds, MOST_SECONDS, "s"],
  ];
  console.log(`\n== simulation in a tab (${cpus().length} × ${cpus()[0].model}, Chromium ${browser.version()})`);
  console.log(`  ${rows.toLocaleString("en")} rows by ${ORDER}, ${(size / 2 ** 20).toFixed(0)} MiB of CSV, ${counted.toLocaleString("en")} persons, difference ${totals.difference}; the tab had ${before.toFixed(0)} MiB before`);
  for (const [what, value, goal, unit] of measured) {
    const isMissed = value > goal;
    console.log(`  ${what.padEnd(28)}${value === 0 ? "under 50" : value.toFixed(value < 100 ? 1 : 0)} ${unit}, goal ${goal}${isMissed ? "  MISSED" : ""}`);
    if (isMissed) process.exitCode = 1;
  }
} finally {
  await browser.close();
  server.close();
  await rm(folder, { recursive: true });
}

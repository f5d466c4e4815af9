// Pages without a bundler: import maps, web workers, the entry without its module.
import { serve } from "../../package/server.mjs";
import { versionOfBrowser, visit } from "../browsers.mjs";
import { assertPrints, program } from "../docs.mjs";
import { project } from "../project.mjs";

const result = (statement) => `<script type="module">${statement}</script>`;

/** The example of the documentation with a second script, which has the same import map. */
const withExample = (example, script) => program(example) + result(script);

const INLINED = `
  import * as api from "care-coverage";
  import { runGolden } from "./golden.mjs";
  globalThis.result = runGolden(api);`;

const SLIM = `
  import init, * as api from "care-coverage/slim";
  import { runGolden } from "./golden.mjs";
  await Promise.all([init(fetch("./node_modules/care-coverage/core.wasm")), api.initAmounts(fetch("./node_modules/care-coverage/amounts.wasm"))]);
  globalThis.result = runGolden(api);`;

/** The worker of the documentation, and another one that runs the cases. */
const STARTS_WORKERS = `
  const answer = (script, question) => new Promise((resolve, reject) => {
    const worker = new Worker(script, { type: "module" });
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(question);
  });
  document.body.append(await answer("./web-worker.js", { components: [{ kind: "brss_percent", percent: "250" }] }));
  globalThis.result = await answer("./worker.js");`;
const WORKER = `
  import * as api from "./node_modules/care-coverage/index.js";
  import { runGolden } from "./golden.mjs";
  onmessage = () => postMessage(runGolden(api));`;

const KINDS = [
  ["import map", "index.html", () => ({ "index.html": withExample("index.html", INLINED) })],
  ["import map, slim", "slim.html", () => ({ "index.html": withExample("slim.html", SLIM) })],
  ["web worker", "web-worker.js", () => ({ "index.html": `<!doctype html><meta charset="utf-8"><body>${result(STARTS_WORKERS)}`, "web-worker.js": program("web-worker.js"), "worker.js": WORKER })],
];

/** A browser that refuses to compile more than 4 KB at once on its main thread. An engine that fails is not replaced there, so that the cases
 *  run in a worker of the page's own. */
const OLD = `
  import { createCoverageWorker } from "care-coverage/worker";
  const refused = await import("care-coverage").then(() => "", (error) => error.message);
  const worker = await createCoverageWorker();
  const catalog = await worker.createCatalog({ care_type_groups: [], internal_care_types: [] });
  const { default: init, CareTypeCatalog } = await import("care-coverage/slim");
  await Promise.all([init("./node_modules/care-coverage/core.wasm"), init("./node_modules/care-coverage/core.wasm")]);
  const counts = [catalog.careTypeCount, new CareTypeCatalog({ care_type_groups: [], internal_care_types: [] }).careTypeCount];
  document.body.append(/use care-coverage.slim or care-coverage.worker/.test(refused) ? "refused " + counts : "wrong: " + refused);
  const own = new Worker("./worker.js", { type: "module" });
  own.onmessage = ({ data }) => (globalThis.result = data);
  own.postMessage("");`;
const imports = Object.fromEntries(["", "/slim", "/worker"].map((entry) => [`care-coverage${entry}`, `./node_modules/care-coverage${entry || "/index"}.js`]));
const OLD_PAGE = `<!doctype html><meta charset="utf-8"><body><script type="importmap">${JSON.stringify({ imports })}</script>${result(OLD)}`;

const old = {
  name: "Chromium 103: slim and workers",
  version: versionOfBrowser.oldChromium,
  isShort: false,
  isFull: true,
  async test(name) {
    const server = await serve({ page: project(name, { "index.html": OLD_PAGE, "worker.js": WORKER }) });
    try {
      const { result, text } = await visit("oldChromium", `${server.address}/page/index.html`);
      assertPrints(text, "a page for an old browser", "refused 0,0");
      return result;
    } finally {
      await server.stop();
    }
  },
};

const today = ["chromium", "firefox"].flatMap((browser) =>
  KINDS.map(([kind, example, files]) => ({
    name: `${browser[0].toUpperCase()}${browser.slice(1)}, ${kind}`,
    version: versionOfBrowser[browser],
    isShort: false,
    isFull: true,
    async test(name) {
      const server = await serve({ page: project(name, files()) });
      try {
        const { result, text } = await visit(browser, `${server.address}/page/index.html`);
        assertPrints(text, example);
        return result;
      } finally {
        await server.stop();
      }
    },
  })),
);

export const cells = [...today, old];
export { close } from "../browsers.mjs";

// The custom elements of care-coverage-editor as bundlers make them: a coverage as form and text, under the policy that they are made for; and
// in Next, where the package is also imported on the server.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { version as esbuildVersion } from "esbuild";
import { packed } from "../../../scripts/packed.mjs";
import { serve } from "../../package/server.mjs";
import { visit } from "../browsers.mjs";
import { project } from "../project.mjs";
import { run, tool, versionOf } from "../tools.mjs";
import { esbuildPage, page, viteBuild, viteOfPage, viteServe, webpackBuild } from "./bundlers.mjs";
import { nextApplication, SHELL } from "./next.mjs";

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self'; connect-src 'self'";
const DIST = fileURLToPath(new URL("../../../editor/dist/", import.meta.url));

let tarball;

/** A project that has the packed package of the elements, too. */
function projectWithElements(name, files) {
  const cwd = project(name, files);
  tarball ??= resolve(packed(DIST, join(cwd, "..")).tarball);
  const folder = join(cwd, "node_modules/care-coverage-editor");
  mkdirSync(folder, { recursive: true });
  execFileSync("tar", ["xzf", tarball, "-C", folder, "--strip-components=1"]);
  return cwd;
}

const LISTS = `{ care_type_groups: [{ id: 1, short_code: "DENTAL" }], internal_care_types: [{ id: 7, short_code: "CROWN", care_type_group_ids: [1] }] }`;
const PAYLOAD = `{ name: "BEFORE", version: 1, guarantees: [{ name: "TEETH", care_type_mappings: [{ selector: { include_care_types: ["CROWN"] }, filter: {} }], coverage_rule: { components: [{ kind: "brss_percent", percent: "150" }] } }] }`;

/** Once both halves are drawn, the name is changed in the form: what does the event say, what does the form send, what is in the text? And what is
 *  in the table of the same coverage, where there is one? */
const DRIVE = `
  function drive(form, editor, table) {
    const text = () => editor.shadowRoot.querySelector("care-editor")?.shadowRoot?.querySelector(".cm-content")?.textContent;
    editor.addEventListener("input", ({ detail }) => {
      const sent = JSON.parse(new FormData(form).get("coverage")).name;
      const cell = () => table?.shadowRoot.querySelector("table td span")?.textContent;
      const isDrawn = () => text().includes("AFTER") && (!table || cell());
      const said = () => ({ name: detail.payload.name, valid: detail.valid, sent, heading: editor.shadowRoot.querySelector("h2").textContent, ...(table && { cell: cell() }) });
      const find = () => isDrawn() ? (globalThis.result = said()) : setTimeout(find, 20);
      find();
    });
    const type = () => {
      const field = editor.shadowRoot?.querySelector("input.guarantee-name");
      if (!field || !text()?.includes("BEFORE")) return setTimeout(type, 20);
      field.value = "AFTER";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    };
    type();
  }`;
const WANT = { name: "AFTER", valid: true, sent: "AFTER", heading: "Points à traiter" };

const PAGE = `
  import "care-coverage-editor";
  ${DRIVE}
  document.body.innerHTML = '<form><coverage-editor name="coverage" mode="split" lang="fr"></coverage-editor></form><benefit-table></benefit-table>';
  const [form, editor, table] = ["form", "coverage-editor", "benefit-table"].map((name) => document.querySelector(name));
  for (const element of [editor, table]) {
    element.catalog = ${LISTS};
    element.payload = ${PAYLOAD};
  }
  drive(form, editor, table);`;
/** Without what a space is between figures and signs. */
const CELL = "150 % BR, y compris le remboursement de la Sécurité sociale";
const plain = (result) => result.cell ? { ...result, cell: result.cell.replace(/\s+/g, " ") } : result;
const WANT_WITH_TABLE = { ...WANT, cell: CELL };

const pageProject = (name) => projectWithElements(name, { "index.html": page("./page.js"), "page.js": PAGE });

async function visited(folder) {
  const server = await serve({ built: folder }, POLICY);
  try {
    return (await visit("chromium", `${server.address}/built/index.html`)).result;
  } finally {
    await server.stop();
  }
}

const full = { isShort: false, isFull: true };
const BUNDLERS = [
  ["Vite of the page, build", viteOfPage, (root) => viteBuild(root), { isShort: true, isFull: false }],
  ["Vite 8, build", () => versionOf("vite8"), (root) => viteBuild(root, "8"), full],
  ["webpack", () => versionOf("webpack"), webpackBuild, full],
  ["esbuild", () => esbuildVersion, (root) => esbuildPage(root, ["page.js"]), full],
];
const pages = BUNDLERS.map(([bundler, version, build, form]) => ({
  ...form,
  name: `elements in a page: ${bundler}`,
  version,
  async test(name) {
    assert.deepEqual(plain(await visited(await build(pageProject(name)))), WANT_WITH_TABLE);
    return {};
  },
}));

const dev = {
  ...full,
  name: "elements: Vite 8, dev server",
  version: () => versionOf("vite8"),
  async test(name) {
    assert.deepEqual(plain(await viteServe(pageProject(name), "8", {}, async (address) => (await visit("chromium", address)).result)), WANT_WITH_TABLE);
    return {};
  },
};

const NEXT_PAGE = `
  "use client";
  import { useEffect, useRef } from "react";
  import "care-coverage-editor/react";
  ${DRIVE}
  const [lists, text] = [${LISTS}, JSON.stringify(${PAYLOAD})];
  // React sets no objects on elements that the server has rendered.
  const begin = (editor) => { if (editor) editor.catalog = lists; };
  export default function Page() {
    const form = useRef(null);
    useEffect(() => drive(form.current, form.current.firstElementChild), []);
    return <form ref={form}><coverage-editor name="coverage" mode="split" lang="fr" ref={begin} value={text} /></form>;
  }`.trim();

const next = {
  ...full,
  name: "elements: Next, page",
  version: () => versionOf("next"),
  async test(name) {
    const cwd = projectWithElements(name, { ...SHELL, "app/page.jsx": NEXT_PAGE });
    const { address, stop } = await nextApplication(cwd, "/");
    try {
      assert.match(await (await fetch(address)).text(), /<coverage-editor[^>]* mode="split"/);
      assert.deepEqual((await visit("chromium", address)).result, WANT);
    } finally {
      stop();
    }
    return {};
  },
};

const publint = {
  ...full,
  name: "elements: publint",
  version: () => versionOf("publint"),
  async test() {
    await run(process.execPath, [tool("publint", "src/cli.js"), DIST, "--strict"]);
    return {};
  },
};

const attw = {
  ...full,
  name: "elements: arethetypeswrong",
  version: () => versionOf("@arethetypeswrong/cli"),
  async test(name) {
    projectWithElements(name, {});
    // A package of modules only, as elements are.
    await run(process.execPath, [tool("@arethetypeswrong/cli", "dist/index.js"), tarball, "--profile", "esm-only"]);
    return {};
  },
};

export const cells = [...pages, dev, next, publint, attw];

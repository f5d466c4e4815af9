// The custom elements in a plain page, in React's StrictMode and in Vue, as Vite builds them, in Chromium. What the guide shows is these files.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { violations } from "../page/axe.mjs";
import { launch } from "../page/browser.mjs";
import { serve } from "../page/server.mjs";

const EXAMPLE = "examples/editor-elements";
const built = mkdtempSync(join(tmpdir(), "editor-elements-"));
/** StrictMode mounts twice only as it is developed. */
const PAGES = [["index", "production"], ["react", "development"], ["react", "production"], ["vue", "production"]];
const servers = {};
let browser;
before(async () => {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], { cwd: EXAMPLE });
  for (const mode of new Set(PAGES.map(([, mode]) => mode))) {
    const folder = join(built, mode);
    execFileSync(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--mode", mode, "--outDir", folder, "--emptyOutDir", "--logLevel", "error"], { cwd: EXAMPLE, env: { ...process.env, NODE_ENV: mode } });
    servers[mode] = await serve("/", folder);
  }
  browser = await launch();
});
after(async () => {
  await browser?.close();
  for (const server of Object.values(servers)) await server.stop();
  rmSync(built, { recursive: true });
});

const GIVEN = JSON.parse(readFileSync("examples/coverage.json", "utf8"));

/** Waits for what follows a task later. */
async function eventually(check) {
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

for (const [name, mode] of PAGES) {
  test(`${name}.html, ${mode}: a percent is changed, a missing name is said, and nothing is lost where the element goes and comes back`, async () => {
    const page = await browser.newPage();
    const errors = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(`${servers[mode].address}${name}.html`);
    const editor = page.locator("coverage-editor");
    const said = page.locator("output");
    const sent = () => page.evaluate(() => new FormData(document.querySelector("form")).get("coverage"));
    await editor.getByRole("heading", { name: "18 garanties" }).waitFor();
    assert.deepEqual(JSON.parse(await sent()), GIVEN);
    assert.equal(await said.textContent(), "", "what is given is no edit");

    const card = editor.locator("details.guarantee").first();
    const percent = card.getByRole("textbox", { name: "Pourcentage" });
    const unfold = async () => {
      if (!(await percent.count())) await card.locator(".rule summary").first().click();
    };
    await unfold();
    assert.equal(await percent.inputValue(), "170");
    await percent.fill("180");
    await percent.press("Tab");
    await eventually(async () => assert.equal(await said.textContent(), "CONFORT : correct"));
    const changed = structuredClone(GIVEN);
    changed.guarantees[0].coverage_rule.components[0].percent = "180";
    assert.deepEqual(JSON.parse(await sent()), changed);

    const coverageName = editor.getByRole("textbox", { name: "Nom du contrat" });
    await coverageName.fill("");
    await eventually(async () => assert.equal(await said.textContent(), "à corriger"));
    const before = await sent();
    assert.deepEqual(JSON.parse(before), { ...changed, name: "" });
    assert.equal(await page.evaluate(() => document.querySelector("form").checkValidity()), false);

    if (name === "index") {
      await page.evaluate(async () => {
        const editor = document.querySelector("coverage-editor");
        editor.remove();
        await new Promise((resolve) => setTimeout(resolve, 50));
        document.querySelector("form").prepend(editor);
      });
    } else {
      await page.getByRole("button", { name: "Masquer" }).click();
      await eventually(async () => assert.equal(await editor.count(), 0));
      assert.equal(await sent(), null);
      await page.getByRole("button", { name: "Afficher" }).click();
    }
    await editor.getByRole("heading", { name: "18 garanties" }).waitFor();
    assert.equal(await sent(), before);
    await eventually(async () => {
      await unfold();
      assert.deepEqual([await coverageName.inputValue(), await percent.inputValue()], ["", "180"]);
    });
    assert.equal(await said.textContent(), "à corriger");
    assert.deepEqual(await violations(page, null), []);
    assert.deepEqual(errors, []);
    await page.close();
  });
}

const USAGE = `
import "care-coverage-editor/react";
import type { CareActFormElement, CoverageEditorElement } from "care-coverage-editor";
import lists from "../catalog.json";
import payload from "../coverage.json";

export const all = (
  <form>
    <coverage-editor mode="split" payload={payload} catalog={lists} accept={[]} lang="fr" className="x" oninput={({ detail }) => detail.payload?.guarantees.length} />
    <coverage-findings payload={null} onshow={({ detail }) => ("start" in detail ? detail.end : detail.guarantee)} />
    <coverage-rule-field guarantee="DENTAL" rule={payload.guarantees[0]!.coverage_rule} onchange={({ detail }) => detail.rule} />
    <care-type-picker kinds="types" value={{ include_care_types: ["GP_VISIT"] }} onchange={({ detail }) => detail.value.include_care_types} />
    <care-act-form coverage={payload} payload={{ care_type: "GP_VISIT", charged: 30 }} theme="dark" onchange={({ detail }) => detail.act?.care_type} />
  </form>
);
// @ts-expect-error: no such mode
export const mode = <coverage-editor mode="both" />;
// @ts-expect-error: an act has a care type
export const act = <care-act-form payload={{ charged: 30 }} />;

const editor: CoverageEditorElement = document.createElement("coverage-editor");
editor.addEventListener("input", ({ detail }) => detail.diagnostics[0]?.code);
editor.payload = payload;
const form: CareActFormElement | null = document.querySelector("care-act-form");
form?.payload?.charged;
// @ts-expect-error: it is only read
editor.diagnostics = [];
`;

test("types: every element in JSX, and what it is not given", () => {
  const [usage, config] = ["tsx", "json"].map((end) => join(EXAMPLE, `usage-${process.pid}.${end}`));
  try {
    writeFileSync(usage, USAGE);
    writeFileSync(config, JSON.stringify({ extends: "./tsconfig.json", include: [`usage-${process.pid}.tsx`] }));
    execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", `usage-${process.pid}.json`], { cwd: EXAMPLE, stdio: "inherit" });
  } finally {
    rmSync(usage, { force: true });
    rmSync(config, { force: true });
  }
});

/** Blocks of a document that are files of the example; what the example has of its folder, a reader has next to the file. */
function filesIn(document) {
  const text = readFileSync(document, "utf8");
  return [...text.matchAll(/^```(?:html|tsx|vue)\n(?:\/\/|<!--) ([\w-]+\.(?:html|tsx|vue))(?: -->)?\n([^]*?)^```$/gm)].map(([, name, code]) => [name, code]);
}
const files = readdirSync(EXAMPLE);

test("what the guide and the README of the package show is what runs here", () => {
  const shown = ["docs/editors.md", "editor/README.md"].flatMap((document) => filesIn(document).filter(([name]) => files.includes(name)).map((block) => [document, ...block]));
  assert.deepEqual(shown.map(([document, name]) => `${document} ${name}`), ["docs/editors.md index.html", "docs/editors.md coverage-field.tsx", "docs/editors.md coverage-field.vue", "editor/README.md index.html"]);
  for (const [document, name, code] of shown) {
    const file = readFileSync(join(EXAMPLE, name), "utf8").replaceAll(/"\.\.\/(catalog|coverage)\.json"/g, '"./$1.json"');
    assert.ok(file.includes(code), `${document}: ${name} is another`);
  }
});

// The editors and forms of the guides, in Chromium, under React's StrictMode.
import assert from "node:assert/strict";
import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { launch } from "../page/browser.mjs";
import { serve } from "../page/server.mjs";
import { blocks, folderOf, writeSnippets } from "./snippets.mjs";

/** A program of one is shown with those of the other. */
const DOCUMENTS = ["docs/guides/editor.md", "docs/editors.md"];
const folder = folderOf(DOCUMENTS.at(-1));
const MAIN = `
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Editor } from "./editor";
import { GuaranteeForm } from "./guarantee-form";
import { SchemaForm } from "./schema-form";

const text = '{\\n  "name": "BASIC",\\n  "version": 0,\\n  "guarantees": []\\n}';
const guarantee = { name: "DOCTORS", care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }], coverage_rule: {} };
const keep = (text: string) => localStorage.setItem("kept", text);
const payload = { name: "BASIC", version: 1, guarantees: [{ ...guarantee, name: "OTHERS" }, guarantee] };
const parts = { editor: <Editor initial={text} onChange={keep} />, form: <GuaranteeForm payload={payload} at={1} />, schema: <SchemaForm /> };
createRoot(document.getElementById("root")!).render(<StrictMode>{parts[location.hash.slice(1) as keyof typeof parts]}</StrictMode>);
`;

let server, browser;
before(async () => {
  writeSnippets(blocks.filter(({ document, name, language }) => DOCUMENTS.includes(document) && name && language !== "sh"));
  for (const name of ["catalog.ts", "schema-form.tsx"]) cpSync(join(folderOf(DOCUMENTS[0]), name), join(folder, name));
  writeFileSync(`${folder}/main.tsx`, MAIN);
  writeFileSync(`${folder}/index.html`, '<!doctype html><meta charset="utf-8"><title>guide</title><div id="root"></div><script type="module" src="./main.js"></script>');
  await build({ entryPoints: [`${folder}/main.tsx`], outfile: `${folder}/main.js`, bundle: true, preserveSymlinks: true, format: "esm", jsx: "automatic", target: "es2022", define: { "process.env.NODE_ENV": '"development"' }, logLevel: "error" });
  [server, browser] = [await serve("/", folder), await launch()];
});
after(() => Promise.all([server?.stop(), browser?.close()]));

async function open(part) {
  const page = await browser.newPage();
  page.errors = [];
  page.on("pageerror", (error) => page.errors.push(error.message));
  await page.goto(`${server.address}#${part}`);
  return page;
}

test("the editor marks a problem, and its fix keeps the layout", async () => {
  const page = await open("editor");
  await page.locator(".cm-lintRange-error").hover();
  await page.locator(".cm-diagnosticAction").first().click();
  await page.locator(".cm-lintRange-error").waitFor({ state: "detached" });
  const lines = await page.locator(".cm-line").allTextContents();
  assert.deepEqual(lines, ["{", '  "name": "BASIC",', '  "version": 1,', '  "guarantees": []', "}"]);
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("the form says what is wrong with a field, also where another guarantee is concerned", async () => {
  const page = await open("form");
  await page.getByLabel("Nom").fill("OTHERS");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await page.getByRole("alert").filter({ hasText: "OTHERS" }).waitFor();
  await page.getByLabel("Nom").fill("PHYSICIANS");
  await page.getByRole("alert").waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
  await page.close();
});

test("the form of the schema has the errors of the validation", async () => {
  const page = await open("schema");
  await page.getByText("no guarantee").first().waitFor();
  assert.deepEqual(page.errors, []);
  await page.close();
});

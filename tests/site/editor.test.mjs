// The editors and forms of the guide, in Chromium, under React's StrictMode.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { launch } from "../page/browser.mjs";
import { serve } from "../page/server.mjs";
import { blocks, folderOf, writeSnippets } from "./snippets.mjs";

const DOCUMENT = "docs/guides/editor.md";
const folder = folderOf(DOCUMENT);
const MAIN = `
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Editor } from "./editor";
import { GuaranteeForm } from "./guarantee-form";
import { SchemaForm } from "./schema-form";

const text = '{\\n  "name": "BASIC",\\n  "version": 0,\\n  "guarantees": []\\n}';
const guarantee = { name: "DOCTORS", care_type_mappings: [{ selector: { include_care_types: ["GP_VISIT"] }, filter: {} }], coverage_rule: {} };
const payload = { name: "BASIC", version: 1, guarantees: [{ ...guarantee, name: "OTHERS" }, guarantee] };
const parts = { editor: <Editor initial={text} />, form: <GuaranteeForm payload={payload} at={1} />, schema: <SchemaForm /> };
createRoot(document.getElementById("root")!).render(<StrictMode>{parts[location.hash.slice(1) as keyof typeof parts]}</StrictMode>);
`;

let server, browser;
before(async () => {
  writeSnippets(blocks.filter(({ document, name, language }) => document === DOCUMENT && name && language !== "sh"));
  writeFileSync(`${folder}/main.tsx`, MAIN);
  writeFileSync(`${folder}/index.html`, '<!doctype html><meta charset="utf-8"><title>guide</title><div id="root"></div><script type="module" src="./main.js"></script>');
  await build({ entryPoints: [`${folder}/main.tsx`], outfile: `${folder}/main.js`, bundle: true, format: "esm", jsx: "automatic", target: "es2022", define: { "process.env.NODE_ENV": '"development"' }, logLevel: "error" });
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
  await page.getByLabel("Name").fill("OTHERS");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").filter({ hasText: "OTHERS" }).waitFor();
  await page.getByLabel("Name").fill("PHYSICIANS");
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

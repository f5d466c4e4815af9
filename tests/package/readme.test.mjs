// The documents of the package: the README's examples do what their comments say, and every link leads to a file of the package.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { origin, withPublicLinks } from "../../scripts/published.mjs";
import { inside, write } from "./install.mjs";
import { asked, assertSaid } from "./said.mjs";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const examples = Array.from(readme.matchAll(/```js\n([^]*?)```/g), ([, example]) => example);

// What the worker of the README imports.
write("catalog.json", readFileSync(new URL("../../examples/catalog.json", import.meta.url), "utf8"));

test("the README has an example for each part", () => assert.equal(examples.length, 5));

for (const [index, example] of examples.entries()) {
  test(`example ${index + 1} of the README says what comes of it`, async (t) => {
    const { text, promised } = asked(example);
    const { said, default: worker } = await import(pathToFileURL(write(`readme-${index}.mjs`, text)).href);
    assertSaid(said, promised);
    // A worker says nothing by itself.
    if (worker) {
      const answer = await worker.fetch(new Request("https://example.org/", { method: "POST", body: '{ "name": "basic", "version": 1, "guarantees": [] }' }));
      const { valid, diagnostics } = await answer.json();
      assert.deepEqual([answer.status, valid, diagnostics.map(({ code }) => code)], [200, true, ["no_guarantee"]]);
    } else assert.ok(promised.length > 0);
    t.diagnostic(`${promised.length} values`);
  });
}

test("with a public address, links of the README lead there, and what is no link stays", () => {
  const text = withPublicLinks(readme, "https://example.org/me/care-coverage", "1.2.3");
  const links = (text) => Array.from(text.replaceAll(/^```[^]*?^```/gm, "").matchAll(/\]\(([^)]*)\)/g), ([, link]) => link);
  assert.deepEqual(links(text), links(readme).map((link) => (link.startsWith("https:") ? link : `https://example.org/me/care-coverage/blob/v1.2.3/${link}`)));
  assert.deepEqual(Array.from(text.matchAll(/```[^]*?```/g), String), Array.from(readme.matchAll(/```[^]*?```/g), String));
  assert.equal(withPublicLinks(readme, undefined, "1.2.3"), readme);
  assert.equal(origin({ repository: "https://example.org/me/care-coverage", homepage: "https://docs.example.org" }).homepage, "https://docs.example.org");
  assert.deepEqual([origin({}), origin({ homepage: "https://docs.example.org" })], [{}, { homepage: "https://docs.example.org" }]);
});

test("every link of a document leads to a file of the package, or to the web", () => {
  const root = inside("node_modules/care-coverage");
  const documents = readdirSync(root, { recursive: true }).filter((name) => name.endsWith(".md") && name !== "THIRD_PARTY.md");
  assert.ok(documents.includes("README.md") && documents.length >= 10, String(documents));
  const links = documents.flatMap((document) => {
    const prose = readFileSync(join(root, document), "utf8").replaceAll(/^```[^]*?^```/gm, "");
    return Array.from(prose.matchAll(/\]\(([^)]*)\)/g), ([, link]) => ({ document, link }));
  });
  const isGood = ({ document, link }) => /^(https:|#)/.test(link) || existsSync(join(root, dirname(document), link.split("#")[0]));
  assert.ok(links.length >= 20, `${links.length} links`);
  assert.deepEqual(links.filter((link) => !isGood(link)), []);
});

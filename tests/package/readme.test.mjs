// The documents of the package: the README's examples do what their comments say, and every link leads to a file of the package.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { inside, write } from "./install.mjs";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const examples = Array.from(readme.matchAll(/```js\n([^]*?)```/g), ([, example]) => example);

/** A line that asks for a value and says it: `expression; // value`, with or without `console.log`. */
const SAYS = /^(?:console\.log\((.*)\)|((?!const |import ).*)); \/\/ (.*)$/gm;

test("the README has an example for each part", () => assert.equal(examples.length, 3));

for (const [index, example] of examples.entries()) {
  test(`example ${index + 1} of the README says what comes of it`, async (t) => {
    const promised = [];
    const asked = example.replace(SAYS, (_, printed, value, said) => (promised.push(said), `said.push(${printed ?? value});`));
    assert.ok(promised.length > 0);
    const { said } = await import(pathToFileURL(write(`readme-${index}.mjs`, `export const said = [];\n${asked}`)).href);
    assert.equal(said.length, promised.length);
    for (const [at, comment] of promised.entries()) {
      // A text that is printed has no quotation marks.
      if (typeof said[at] === "string" && !comment.startsWith('"')) assert.equal(said[at], comment);
      else assert.deepEqual(said[at], new Function(`return ${comment}`)());
    }
    t.diagnostic(`${promised.length} values`);
  });
}

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

// The page answers a moment after it is asked, so what a test reads of it is tried until it holds: read once, it is right on a quick machine only.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const READS = /^\s*assert\.\w+\(.*\bawait\b.*\.(count|innerText|allInnerTexts|textContent|allTextContents|inputValue|isVisible|isDisabled|isEnabled|isChecked|getAttribute)\(/;
/** Assertions that are tried together. */
const TRIED = /^( *)(?:.* )?eventually\(async \(\) => \{\n[^]*?^\1\}\);$/gm;

test("what is read of the page is asserted until it holds", async () => {
  const once = [];
  for (const folder of ["page", "elements"]) {
    const path = new URL(`../${folder}/`, import.meta.url);
    for (const name of (await readdir(path)).filter((name) => name.endsWith(".test.mjs"))) {
      const text = (await readFile(new URL(name, path), "utf8")).replace(TRIED, (block) => block.replace(/[^\n]/g, ""));
      text.split("\n").forEach((line, index) => READS.test(line) && once.push(`tests/${folder}/${name}:${index + 1}`));
    }
  }
  assert.deepEqual(once, []);
});

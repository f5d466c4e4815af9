// A name or a key that is free: numbered, and never longer than the engine allows.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL("../../www/src/kit/free-name.ts", import.meta.url))], bundle: true, format: "esm", write: false });
const { freeName, freeKey } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);

test("a name that is free stays, another gets the next number", () => {
  assert.equal(freeName(new Set(), "DENTAL"), "DENTAL");
  assert.equal(freeName(new Set(["DENTAL", "DENTAL_2"]), "DENTAL"), "DENTAL_3");
  assert.equal(freeName(new Set(["DENTAL_2"]), "DENTAL_2"), "DENTAL_3");
  assert.equal(freeName(new Set(), "N".repeat(100)), "N".repeat(100));
});

test("a key has at most 64 characters, its number included, and none is cut in half", () => {
  const long = "😀".repeat(70);
  const first = freeKey(new Set(), long);
  assert.equal(first, "😀".repeat(64));
  assert.equal(freeKey(new Set([first]), long), `${"😀".repeat(62)}_2`);
  assert.equal(freeKey(new Set(["k".repeat(64)]), "k".repeat(64)), `${"k".repeat(62)}_2`);
});

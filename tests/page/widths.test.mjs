// The widths at which the page changes: at each, one rule holds, never two that contradict.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";

const SOURCE = new URL("../../www/src/", import.meta.url);

test("no width is both the most of a narrow screen and the least of a wide one", async () => {
  const names = (await readdir(SOURCE, { recursive: true })).filter((name) => name.endsWith(".css"));
  const bounds = { min: new Set(), max: new Set() };
  for (const name of names) {
    const text = await readFile(new URL(name.replaceAll("\\", "/"), SOURCE), "utf8");
    for (const [, bound, width] of text.matchAll(/\((min|max)-width:\s*([\d.]+)rem\)/g)) bounds[bound].add(Number(width));
  }
  assert.ok(bounds.min.size > 0 && bounds.max.size > 0);
  assert.deepEqual([...bounds.min].filter((width) => bounds.max.has(width)), []);
});

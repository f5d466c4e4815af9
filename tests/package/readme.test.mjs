// The README's example does what its comments say.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inspect } from "node:util";
import { write } from "./install.mjs";

test("the example of the README prints what it says", () => {
  const [, example] = /```js\n([^]*?)```/.exec(readFileSync(new URL("../../README.md", import.meta.url), "utf8"));
  const promised = Array.from(example.matchAll(/^console\.log.*; \/\/ (.*)$/gm), ([, comment]) => comment);
  assert.equal(promised.length, 3);
  const printed = execFileSync(process.execPath, [write("readme.mjs", example)], { encoding: "utf8" });
  const [outcome, undetermined, complementary] = promised;
  assert.equal(printed, `${outcome}\n${inspect(new Function(`return ${undetermined}`)())}\n${complementary}\n`);
});

// Each example is at most half as long as the program that an adopter wrote when the package had less. What grows beyond that is missing
// in the package. Counted are the lines of its program that are not blank, with imports and comments, none of them longer than 150.
// The first editor also had Monaco and a form from the schema: 111 lines.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const filesIn = (folder) => readdirSync(folder).filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`);
const EXAMPLES = [
  ["the editor in React", filesIn("examples/editor-react/src"), 354],
  ["the worker", ["examples/edge/minimal/worker.ts"], 43],
  ["the linter", ["examples/ci-linter/lint.mjs"], 122],
];

for (const [what, files, before] of EXAMPLES) {
  test(`${what} is at most half of ${before} lines`, (t) => {
    const lines = files.flatMap((file) => readFileSync(file, "utf8").split("\n")).filter((line) => line.trim() !== "");
    t.diagnostic(`${lines.length} lines`);
    assert.ok(lines.length > 10 && lines.length <= Math.ceil(before / 2), `${lines.length} lines`);
    assert.deepEqual(lines.filter((line) => line.length > 150), []);
  });
}

// Each transcript says today what it says in its file.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { bin } from "./install.mjs";
import { played } from "./transcript.mjs";

const FOLDER = "tests/cli/transcripts";

for (const name of readdirSync(FOLDER).sort()) {
  test(name, () => {
    const text = readFileSync(`${FOLDER}/${name}`, "utf8");
    const now = played(text, { bin });
    if (process.env.UPDATE && now !== text) return writeFileSync(`${FOLDER}/${name}`, now);
    assert.equal(now, text);
  });
}

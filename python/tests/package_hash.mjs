// How many golden cases there are, and the hash of the answers of the built npm package, as tests/matrix/runner.mjs makes it.
import { createHash } from "node:crypto";
import { runCase } from "../../tests/package/cases.mjs";
import { count, golden } from "../../tests/package/golden.mjs";
import * as api from "../../pkg/index.js";

const hash = createHash("sha256");
for (const { file, document } of golden) {
  for (const written of document.cases) {
    const { got } = runCase(file, written, document, api);
    const answer = got.thrown ? { message: got.thrown.message, error: got.error } : got;
    hash.update(`${file}/${written.id} ${JSON.stringify(answer)}\n`);
  }
}
console.log(count, hash.digest("hex").slice(0, 16));

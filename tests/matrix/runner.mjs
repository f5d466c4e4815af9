// Every golden case through the package, wherever it runs: what each runtime of the matrix executes, bundled with the cases
// into one file (see golden.mjs), and then an engine that runs out of memory. The hash is of every answer, in the order of the cases.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { runCase } from "../package/cases.mjs";
import { recover } from "../package/recovery.mjs";
import documents from "golden-cases";

export function runGolden(api) {
  const hash = sha256.create();
  const encoder = new TextEncoder();
  const failed = [];
  let passed = 0;
  for (const { file, document } of JSON.parse(documents)) {
    for (const written of document.cases) {
      const { got, differences } = runCase(file, written, document, api);
      const answer = got.thrown ? { message: got.thrown.message, error: got.error } : got;
      hash.update(encoder.encode(`${file}/${written.id} ${JSON.stringify(answer)}\n`));
      failed.push(...differences);
      if (differences.length === 0) passed += 1;
    }
  }
  failed.push(...recover(api));
  return { passed, failed, hash: bytesToHex(hash.digest()).slice(0, 16) };
}

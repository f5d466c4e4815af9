// Prints what each feature costs: how much smaller the module would be without the exports that are only there for it. What two
// features share is in neither's figure, and what is called through tables of functions cannot be distinguished.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import binaryen from "binaryen";

const FEATURES = {
  "validation": ["caretypecatalog_validateCoverage", "caretypecatalog_validateCoverageText"],
  "explanations": ["coverage_explain", "caretypecatalog_explainSelector"],
  "analysis": ["coverage_analyze"],
  "comparison": ["coverage_diff"],
  "batches, quick acts": [
    "coverage_actCodes", "coverage_codesOf", "coverage_decide", "coverage_decisionInIntegers", "coverage_evaluateColumns",
    "coverage_numberDecision", "coverage_textBatch", "textbatch_finish", "textbatch_push", "__wbg_textbatch_free",
  ],
  "reimbursement": ["coverage_reimburse", "coverage_reimburseMany", "coveragestack_reimburse"],
  "amounts in columns": ["coverage_reimburseColumns"],
  "rules in words": ["describeRule"],
  "versions": ["checkCoverageVersion", "readCoveragePayload"],
  "dispense": ["checkDispense", "checkDiscountAmount", "selectContracts"],
  "amounts compared": ["coverage_compareAmounts", "coverage_diffOnDate"],
  "requirements": ["coverage_checkRequirements"],
  "claims read before they are simulated": ["guessMapping", "previewClaims", "validateMapping"],
  "profiles validated": ["validateProfile", "validateProfileText"],
};

/** Before it is divided in two. */
const whole = readFileSync("target/package/core_bg.wasm");

/** Bytes of the module without some exports, and what nothing else needs. */
function sizeWithout(names) {
  const module = binaryen.readBinary(whole);
  module.setFeatures(binaryen.Features.All);
  for (const name of names) module.removeExport(name);
  module.runPasses(["remove-unused-module-elements", "memory-packing"]);
  const bytes = module.emitBinary();
  module.dispose();
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

const all = sizeWithout([]);
const shown = (value) => value.toLocaleString("en").padStart(10);
console.log(`${"feature".padEnd(22)}${"raw".padStart(10)}${"gzip".padStart(10)}   of both modules`);
for (const [name, exports] of [...Object.entries(FEATURES), ["all of these", Object.values(FEATURES).flat()]]) {
  const { raw, gzip } = sizeWithout(exports);
  const share = ((all.gzip - gzip) / all.gzip) * 100;
  console.log(`${name.padEnd(22)}${shown(all.raw - raw)}${shown(all.gzip - gzip)}${share.toFixed(1).padStart(8)} %`);
}

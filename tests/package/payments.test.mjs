// One act without steps has a way of its own: it says what the general way says, for acts of all kinds and whatever is wrong with them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { claimsAsObjects } from "../../examples/claims/claims-example.mjs";
import { imported as api } from "./install.mjs";

const example = (name) => JSON.parse(readFileSync(new URL(`../../examples/${name}.json`, import.meta.url), "utf8"));
const WITHOUT_STEPS = { steps: false };

const answered = (ask) => {
  try {
    return ask();
  } catch (error) {
    if (error.name !== "CoverageError") throw error;
    return error.diagnostics;
  }
};

/** Amounts at the edges of what the quick way takes, and beyond them. */
const ODD = [
  {}, { charged: null }, { charged: undefined }, { charged: "0" }, { charged: 0.0001, brss: "0.0001" }, { charged: "30.005" }, { charged: "429496.7295" }, { charged: "429496.7296" },
  { charged: "999999999999" }, { charged: "-1" }, { charged: "1,5" }, { charged: "1e2" }, { charged: "007" }, { secu_rate_percent: 100 }, { secu_rate_percent: "100.0001" }, { secu_rate_percent: 65.5 },
  { brss: null }, { brss: "0" }, { secu_rate_percent: null }, { secu_paid: "5" }, { secu_reimbursement: "5" }, { secu_paid: "5000000" }, { pathway_rate_percent: 100 }, { quantity: 0 },
  { quantity: "2.5" }, { quantity: 900 }, { flat_contribution: "2.00", franchise: 1 }, { flat_contribution: 500 }, { plv: "x" }, { tooth: 99 }, { side: "left" }, { unknown: 1 }, { beneficiary: "" },
];

test("what one act is paid without steps is what the general way says", () => {
  const catalog = new api.CareTypeCatalog(example("catalog"));
  const claims = [...claimsAsObjects({ rows: 1_500, order: "date" })].map(({ person, family, sex, act_code, ...act }) => ({ ...act, beneficiary: person }));
  for (const name of ["coverage", "collective-base", "100-sante"]) {
    const coverage = catalog.compileCoverage(example(name));
    for (const [index, act] of claims.entries()) {
      for (const odd of index < 60 ? ODD : [{}]) {
        const asked = { ...act, ...odd };
        const general = answered(() => coverage.reimburse(asked, [], WITHOUT_STEPS));
        assert.deepEqual(answered(() => coverage.reimburse(asked, undefined, WITHOUT_STEPS)), general, JSON.stringify(asked));
      }
    }
  }
});

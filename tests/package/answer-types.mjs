// The answers to the golden cases as one TypeScript file: each has every field of the declared type of its answer, no other, and of
// texts one that is declared.
import { answer, resolve } from "./cases.mjs";
import { golden } from "./golden.mjs";
import { imported as api } from "./install.mjs";

/** By call: the declared type. A type with Maps, typed arrays or `unknown` alone would compare nothing. */
const TYPES = {
  guaranteesFor: "GuaranteeDecision", explain: "ActExplanation", reimburse: "Reimbursement", reimburseMany: "Reimbursements", reimburseStack: "StackedReimbursement", analyze: "CoverageAnalysis",
  diff: "CoverageDiff", checkDispense: "DispenseReport", selectContracts: "ContractSelection", checkDiscountAmount: "DiscountDecision",
  explainSelector: "SelectorExplanation", matchFilter: "ReturnType<typeof matchFilter>",
};

/** { text, count, caseAtLine } */
export function answerModule() {
  const types = Object.values(TYPES).filter((type) => !type.includes("<"));
  const lines = [`import { matchFilter, type ${types.join(", type ")} } from "care-coverage";`];
  const origins = [undefined];
  for (const { file, document } of golden) {
    for (const given of document.cases) {
      if (!(given.call in TYPES)) continue;
      const { value } = answer(resolve(given, document), api);
      if (value === undefined) continue;
      lines.push(`(${JSON.stringify(value)}) satisfies ${TYPES[given.call]};`);
      origins.push(`${file}/${given.id}`);
    }
  }
  return { text: `${lines.join("\n")}\n`, count: lines.length - 1, caseAtLine: (number) => origins[number - 1] };
}

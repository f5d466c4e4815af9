// The inputs of the golden cases as one TypeScript file. A compiler judges the names of fields and the JSON kinds of
// literals: where the case's error is about these, the line is expected not to compile, all others are expected to.
import { resolve } from "./cases.mjs";
import { golden } from "./golden.mjs";
import { imported as api } from "./install.mjs";

/** Codes for what a compiler sees. */
const SHAPE = new Set(["wrong_type", "missing_field", "unknown_field", "unknown_fact", "unknown_ruleset", "unknown_operation", "unknown_component"]);
/** Functions that need no object. */
const FUNCTIONS = ["matchFilter", "lensComplexity", "ageOn", "checkDiscountAmount", "selectContracts", "checkDispense", "checkDispenseText", "readJsonText", "describeRule", "readCoveragePayload", "checkCoverageVersion", "validateCatalog", "validateCatalogText", "validateProfile", "validateProfileText", "validateMapping", "validateHeadings", "guessMapping", "previewClaims"];
/** Those that take a value of any shape, or a text of any. */
const TAKES_ANYTHING = ["readCoveragePayload", "evaluateText", "guaranteesForText", "explainText", "checkDispenseText", "readJsonText", "validateCatalog", "validateCatalogText", "validateProfile", "validateProfileText", "validateMapping", "validateHeadings"];
/** Documents have the texts of their fields compared where their type is stated: an imported JSON file may be given, too. */
const STATED = { describeRule: "CoverageRuleParameterSet", checkDispense: "DispenseSnapshot", checkCoverageVersion: "CoveragePayload", reimburse: "CareAct & ActAmounts", reimburseMany: "(CareAct & ActAmounts)[]", reimburseStack: "CareAct & ActAmounts", checkRequirements: "RequirementProfile" };
/** Where a number must be an integer, or so small that a double holds it: `wrong_type`, but a number for the compiler. */
const INTEGERS = /(^|\/)(id|version|care_type_group_ids\/\d+|teeth\/\d+|tooth|visibleTeeth\/\d+)$/;

/** { text, judged, refused, caseAtLine }: the file, how many inputs it has, and which case a line of it comes from. */
export function caseModule() {
  const lines = [
    `import { CareTypeCatalog, reimburseStack, ${FUNCTIONS.join(", ")} } from "care-coverage";`,
    'import type { ActAmounts, CareAct, CareTypeLists, CareTypeMappings, CoveragePayload, CoverageRuleParameterSet, DispenseSnapshot, RequirementProfile } from "care-coverage";',
    "declare const catalog: CareTypeCatalog;",
    'declare const coverage: ReturnType<CareTypeCatalog["compileCoverage"]>;',
  ];
  const origins = [];
  const seen = new Set();
  let [judged, refused] = [0, 0];
  for (const { file, document } of golden) {
    for (const given of document.cases) {
      const asked = resolve(given, document);
      for (const { expression, isRefused } of expressions(asked)) {
        if (seen.has(expression)) continue;
        seen.add(expression);
        if (isRefused) lines.push("// @ts-expect-error");
        lines.push(`${expression};`);
        origins.push([lines.length, `${file}/${given.id}`]);
        judged += 1;
        refused += Number(isRefused);
      }
    }
  }
  const caseAtLine = (number) => origins.find(([line]) => line >= number)?.[1];
  return { text: `${lines.join("\n")}\n`, judged, refused, caseAtLine };
}

/** The call of a case, and what is made for it, each once. */
function expressions({ call, args = [], catalog, coverage, want, error = [] }) {
  const literals = (...values) => values.map((value) => JSON.stringify(value)).join(", ");
  // An interface cannot say that a field of any name that begins with x- may be there.
  const isStated = (type, document) => type !== undefined && !/"x-[^"]*":/.test(literals(document));
  const stated = (type, document, ...values) => [`${literals(document)}${isStated(type, document) ? ` satisfies ${type}` : ""}`, ...values.map((value) => literals(value))].join(", ");
  const isNewCatalog = call === "CareTypeCatalog";
  const made = [];
  if (catalog) {
    const given = catalog.options === undefined ? [catalog.data] : [catalog.data, catalog.options];
    made.push({ expression: `new CareTypeCatalog(${stated("CareTypeMappings | CareTypeLists", ...given)})`, isRefused: isNewCatalog && isShape(error, given) });
  }
  if (coverage !== undefined) {
    made.push({ expression: `catalog.compileCoverage(${stated("CoveragePayload", coverage)})`, isRefused: isShape(empty.validateCoverage(coverage, { analysis: false }), [coverage]) });
  }
  // What comes after is a coverage like any other.
  if (isNewCatalog || call === "compileCoverage" || call === "diff" || call === "compareAmounts") return made;
  // Typed arrays are no literals.
  if (call === "evaluateColumns" || call === "reimburseColumns") return made;
  // Claims may be anything: a row that is wrong is counted.
  if (call === "simulate") return made;
  // A batch is judged act by act.
  if (call === "evaluate") {
    const wrong = (index) => want.invalid.find((act) => act.index === index)?.diagnostics ?? [];
    return [...made, ...args[0].map((act, index) => ({ expression: `coverage.evaluate(${literals([act])})`, isRefused: isShape(wrong(index), [act]) }))];
  }
  const object = FUNCTIONS.includes(call) || call === "reimburseStack" ? "" : coverage === undefined ? "catalog." : "coverage.";
  // The declaration of a snapshot allows other sections, as the contract of the API does.
  const isSection = ({ code, pointer }) => call === "checkDispense" && code === "unknown_field" && pointer.lastIndexOf("/") === 0;
  // The errors of a rule are those of the coverage, which is judged above.
  const isOfRule = ({ pointer }) => coverage !== undefined && pointer.startsWith("/guarantees/");
  const seen = error.filter((problem) => !isSection(problem) && !isOfRule(problem));
  const before = call === "reimburseStack" ? "[coverage], " : "";
  return [...made, { expression: `${object}${call}(${before}${args.length > 0 ? stated(STATED[call], ...args) : ""})`, isRefused: !TAKES_ANYTHING.includes(call) && isShape(seen, args) }];
}

/** A rule with errors may be compiled, and is refused by a compiler: so the whole payload is asked for its errors. */
const empty = new api.CareTypeCatalog({ care_type_groups: [], internal_care_types: [] });

/** Whether a compiler sees one of the errors. */
function isShape(error, given) {
  return error.some(({ code, pointer, variant }) => {
    // How many coverages there are is not known to a compiler.
    if (variant === "counters") return false;
    // Nor which columns a text has.
    if (variant === "column") return false;
    const isInteger = code === "wrong_type" && INTEGERS.test(pointer) && given.some((value) => typeof at(value, pointer) === "number");
    // Which fields an acceptance has depends on its code.
    if (code === "unknown_field" && /^\/accept\/\d+\/(care_types|conditions)$/.test(pointer)) return false;
    // Of a text, a compiler does not know whether it is a pointer.
    if (code === "wrong_type" && pointer === "/within" && given.some((value) => typeof at(value, pointer) === "string")) return false;
    // Which fields an acceptance has depends on its code.
    if (code === "unknown_field" && /^\/accept\/\d+\/(care_types|conditions)$/.test(pointer)) return false;
    // Two maxima are fields that a limit may have.
    if (code === "limit_needs_one_maximum") return given.some((value) => !hasMaximum(at(value, pointer)));
    return SHAPE.has(code) && !isInteger;
  });
}

const hasMaximum = (limit) => limit !== undefined && ["max_amount", "max_count", "max_days"].some((name) => name in limit);

/** What is at a pointer, if anything. */
function at(value, pointer) {
  const keys = pointer.split("/").slice(1).map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return keys.reduce((inner, key) => inner?.[key], value);
}

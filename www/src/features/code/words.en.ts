/** The words of *Copy as* and *How this works*. */
import type { View } from "../../store/types";
import type { CodeLanguage } from "./languages";

/** Functions of the package, with blanks between them, and what of the page comes from them. */
type Parts = Record<View, Readonly<Record<string, string>>>;

export const codeWords = {
  copyAs: "Copy as…",
  language: "In which language",
  languages: { javascript: "JavaScript", python: "Python", curl: "curl", rust: "Rust", test: "Test (YAML)" } satisfies Record<CodeLanguage, string>,
  needs: {
    javascript: "Runs in Node next to the files below, after npm install care-coverage.",
    python: "Runs in Python 3.11 or later next to the files below, after pip install of the wheel of care-coverage; a file of Parquet or Arrow needs pyarrow, too.",
    curl: "Asks the service of examples/edge, the template for Workers, Node, Deno and Bun, where it runs on this machine.",
    rust: "Runs next to the files below, with care-coverage as a dependency.",
    test: "A file of tests, which expects what the coverage answers now: save it as act.coverage-test.yaml next to the files below, and run npx care-coverage test there, after npm install care-coverage-cli.",
  } satisfies Record<CodeLanguage, string>,
  stored: (name: string, version: number) => `${name}, version ${version}, must be stored there: POST /coverages does that.`,
  notAccepting: "The service does not know what was accepted here: it also answers what is meant.",
  /** Why there is no code in the language. */
  cannot: {
    curl: "The service of examples/edge has no such question. Ask it in JavaScript, Python or Rust.",
    test: "A test is of acts: there is one in the views Act and Year.",
    rust: "In Rust, the file is read a piece at a time, into columns: see simulate and SimulationPart in the documentation of the crate. Ask it in JavaScript or Python.",
  },
  onlyJavaScript: "The package for JavaScript makes benefit tables. On the command line: care-coverage table coverage.json --headings headings.json",
  code: (language: string) => `The code in ${language}`,
  copy: "Copy",
  copied: "Copied",
  notCopied: "The browser does not let the page copy. Select the code and copy it yourself.",
  files: "It reads:",
  yours: "(your file)",
  download: (file: string) => `Download ${file}`,
  close: "Close",
  howLead: "Everything on this page is an answer of the package care-coverage, which runs in this browser. This call makes the answer of the view in front, as it is now:",
  noCall: "The view in front has no answer yet.",
  partsTitle: "What comes from which function",
  closeDrawer: "Close how this works",
  parts: {
    coverage: {
      "validateCoverageText analyze": "What is to decide: problems, gaps and overlaps",
      "applyFixes": "Fixes",
      "careTypesOf explainSelector": "Which care types a guarantee selects, and why",
      "describeRule describeFilter": "Rules and conditions in words",
    },
    catalogue: {
      "getCareTypeMappings": "The tree of groups and care types",
      "search": "The search, with everyday words",
      "careTypesOf explainSelector": "Who selects what",
    },
    act: {
      "explain": "The outcome, the conditions, and what would have to change",
      "reimburse": "Who pays what, and the computation",
      "describeStep": "The computation in words",
      "lensComplexity ageOn matchFilter": "Facts that follow from others",
    },
    year: {
      "reimburseMany": "Each act after those before it, the sums and the limits",
      "explain": "Why an act is paid or not",
    },
    compare: {
      "diff": "What changes: rules and what is covered, each with an example",
      "compareAmounts": "Who gains and who loses, for all amounts, in a worker",
      "reimburse reimburseMany": "The euros before and after",
      "describeRule": "Rules in words",
      "openIndexedDbStore createOrUpdateCoverage": "Stored versions",
    },
    table: {
      "benefitTable": "The table, its examples in euros, and what it does not say, in short tasks",
    },
    compliance: {
      "checkRequirements": "The verdict, and an example in euros of each violation, in a worker",
      "validateProfileText": "What is wrong with a profile of one's own",
      "reimburse reimburseMany": "The example tried in Act",
    },
    simulate: {
      "simulate": "What claims would have cost, in workers",
      "evaluateText evaluateColumns": "Many acts at once, in a worker",
      "reimburse": "The euros of each row",
    },
    dispense: {
      "checkDispenseText": "The decision and its checks",
      "describeCheck": "The checks in words",
      "checkDiscountAmount": "The discount",
    },
  } as Parts,
};

/** A call as a program in Python that runs next to its files, with the wheel of the same engine. */
import { type Call, coveragesOf, type FileName, filesOf, variableOf } from "./call";
import { simulationInPython } from "./python-simulation";
import { keywords, PRINTED, pythonLiteral } from "./python-text";

/** Null for benefit tables, which the wheel does not make. */
export function asPython(call: Call): string | null {
  if (call.ask === "benefitTable") return null;
  if (call.ask === "simulate") return simulationInPython(call);
  const isText = (file: FileName) => file === "acts.csv" || (file === "coverage.json" && call.ask === "validateCoverageText");
  const read = (file: FileName) => `${variable(file)} = ${isText(file) ? `Path("${file}").read_bytes()` : `json.loads(Path("${file}").read_bytes())`}`;
  return `${[
    "import json",
    "from pathlib import Path",
    "",
    `from care_coverage import ${call.ask === "checkDispense" ? "check_dispense" : "CareTypeCatalog"}`,
    "",
    ...filesOf(call).map(read),
    ...preparing(call),
    `answer = ${question(call)}`,
    ...PRINTED,
  ].join("\n")}\n`;
}

function variable(file: FileName): string {
  const name = variableOf(file, (words) => words.join("_"));
  return { catalog: "lists", coverage: "payload", other_catalog: "other_lists", other_coverage: "other_payload", dispense: "snapshot" }[name] ?? name;
}

function catalogOf(file: FileName, { options }: Call): string {
  return `CareTypeCatalog(${[variable(file), ...keywords(options ?? {})].join(", ")})`;
}

type Other = Exclude<Call, { ask: "simulate" | "benefitTable" }>;

function preparing(call: Other): string[] {
  if (call.ask === "checkDispense") return [];
  const coverages = coveragesOf(call);
  if (coverages.length === 0) return [`catalog = ${catalogOf("catalog.json", call)}`];
  const catalogs = [...new Set(coverages.map(({ files }) => files.catalog))];
  const names = new Map(catalogs.map((file) => [file, file === "catalog.json" ? "catalog" : "other_catalog"]));
  return [
    ...catalogs.map((file) => `${names.get(file)} = ${catalogOf(file, call)}`),
    ...coverages.map(({ name, files }) => `${name} = ${names.get(files.catalog)}.compile_coverage(${variable(files.coverage)})`),
  ];
}

function question(call: Other): string {
  switch (call.ask) {
    case "getCareTypeMappings":
      return "catalog.get_care_type_mappings()";
    case "validateCoverageText":
      return `catalog.validate_coverage_text(payload${call.isAccepting ? ", acceptances" : ""})`;
    case "explain":
      return `coverage.explain(${pythonLiteral(call.act)})`;
    case "reimburse":
      return `coverage.reimburse(${pythonLiteral(call.act)}${call.counters.length > 0 ? `, ${pythonLiteral(call.counters)}` : ""})`;
    case "reimburseMany":
      // By its name it would be the counters before.
      return 'coverage.reimburse_many(acts, [], {"counters": "each"})';
    case "evaluateText":
      return 'coverage.evaluate_text(acts, "csv")["summary"]';
    case "diff":
      return "before.diff(after)";
    case "compareAmounts":
      return `before.compare_amounts(after, ${keywords({ date: call.date }).join(", ")})`;
    case "checkRequirements":
      return `coverage.check_requirements(${["profile", ...keywords(call.asked), ...(call.classes ? ["classes=classes"] : [])].join(", ")})`;
    case "checkDispense":
      return "check_dispense(snapshot)";
  }
}

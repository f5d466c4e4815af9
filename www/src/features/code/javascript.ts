/** A call as a module of JavaScript that runs next to its files, in Node, Deno and Bun, and in what bundles for browsers. */
import { type Call, coveragesOf, type FileName, filesOf, literal, variableOf } from "./call";
import { simulationInJavaScript } from "./simulation";

export function asJavaScript(call: Call): string {
  if (call.ask === "simulate") return simulationInJavaScript(call);
  if (call.ask === "benefitTable") return tableInJavaScript(call);
  const isText = (file: FileName) => file === "acts.csv" || (file === "coverage.json" && call.ask === "validateCoverageText");
  const files = filesOf(call);
  const imports = [
    ...(files.some(isText) ? ['import { readFileSync } from "node:fs";'] : []),
    `import { ${call.ask === "checkDispense" ? "checkDispense" : "CareTypeCatalog"} } from "care-coverage";`,
    ...files.filter((file) => !isText(file)).map((file) => `import ${variable(file)} from "./${file}" with { type: "json" };`),
  ];
  const texts = files.filter(isText).map((file) => `const ${variable(file)} = readFileSync("${file}", "utf8");`);
  const lines = [...texts, ...preparing(call), `const answer = ${question(call)};`, "console.log(JSON.stringify(answer, null, 2));"];
  return `${imports.join("\n")}\n\n${lines.join("\n")}\n`;
}

function variable(file: FileName): string {
  const name = variableOf(file, ([first, ...words]) => first + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(""));
  return { catalog: "lists", coverage: "payload", otherCatalog: "otherLists", otherCoverage: "otherPayload", dispense: "snapshot" }[name] ?? name;
}

function catalogOf(file: FileName, { options }: Call): string {
  return `new CareTypeCatalog(${variable(file)}${options ? `, ${literal(options)}` : ""})`;
}

type Other = Exclude<Call, { ask: "simulate" | "benefitTable" }>;

function tableInJavaScript(call: Extract<Call, { ask: "benefitTable" }>): string {
  const coverages = call.coverages.map((file) => `catalog.compileCoverage(${variable(file)})`);
  return `${[
    'import { CareTypeCatalog } from "care-coverage";',
    'import { benefitTable } from "care-coverage/benefit-table";',
    ...filesOf(call).map((file) => `import ${file === "examples.json" ? "named" : variable(file)} from "./${file}" with { type: "json" };`),
    "",
    `const catalog = ${catalogOf("catalog.json", call)};`,
    `const coverages = [${coverages.join(", ")}];`,
    // The file of examples has them under a name.
    `const answer = benefitTable(coverages, { catalog, headings, synonyms, examples: named.examples, date: ${literal(call.date)} });`,
    "console.log(JSON.stringify(answer, null, 2));",
  ].join("\n")}\n`;
}

function preparing(call: Other): string[] {
  if (call.ask === "checkDispense") return [];
  const coverages = coveragesOf(call);
  if (coverages.length === 0) return [`const catalog = ${catalogOf("catalog.json", call)};`];
  const catalogs = [...new Set(coverages.map(({ files }) => files.catalog))];
  const names = new Map(catalogs.map((file) => [file, file === "catalog.json" ? "catalog" : "otherCatalog"]));
  return [
    ...catalogs.map((file) => `const ${names.get(file)} = ${catalogOf(file, call)};`),
    ...coverages.map(({ name, files }) => `const ${name} = ${names.get(files.catalog)}.compileCoverage(${variable(files.coverage)});`),
  ];
}

function question(call: Other): string {
  switch (call.ask) {
    case "getCareTypeMappings":
      return "catalog.getCareTypeMappings()";
    case "validateCoverageText":
      return `catalog.validateCoverageText(payload${call.isAccepting ? ", acceptances" : ""})`;
    case "explain":
      return `coverage.explain(${literal(call.act)})`;
    case "reimburse":
      return `coverage.reimburse(${literal(call.act)}${call.counters.length > 0 ? `, ${literal(call.counters)}` : ""})`;
    case "reimburseMany":
      return 'coverage.reimburseMany(acts, [], { counters: "each" })';
    case "evaluateText":
      return 'coverage.evaluateText(acts, "csv").summary';
    case "diff":
      return "before.diff(after)";
    case "compareAmounts":
      return `before.compareAmounts(after, ${literal({ date: call.date })})`;
    case "checkRequirements":
      return call.classes ? `coverage.checkRequirements(profile, { ...${literal(call.asked)}, classes })` : `coverage.checkRequirements(profile, ${literal(call.asked)})`;
    case "checkDispense":
      return "checkDispense(snapshot)";
  }
}

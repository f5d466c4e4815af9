/** A call as a program in Rust that runs next to its files. */
import { type Call, coveragesOf, type FileName, literal } from "./call";

/** Null for a simulation, of which a program in Rust reads the file a piece at a time, and for benefit tables, which the crate does not make. */
export function asRust(call: Call): string | null {
  if (call.ask === "simulate" || call.ask === "benefitTable") return null;
  const { uses, constants, lines } = programOf(call);
  const text = lines.join("\n");
  const isReading = /(?<!fs::)read\(/.test(text);
  const isJson = isReading || constants.length > 0;
  const names = [...(text.includes("CareTypeCatalog") ? ["CareTypeCatalog"] : []), ...(isJson ? ["Json"] : []), ...uses];
  return [
    "//! A question of the care-coverage page, asked in Rust.",
    ...(call.ask === "evaluateText" ? ["use care_coverage::batch::TextFormat;"] : []),
    names.length === 1 ? `use care_coverage::${names[0]};` : `use care_coverage::{${names.join(", ")}};`,
    "use std::error::Error;",
    ...(isReading || text.includes("fs::") ? ["use std::fs;"] : []),
    "",
    ...constants.flatMap(([name, value]) => [`const ${name}: &str = ${raw(value)};`, ""]),
    "fn main() -> Result<(), Box<dyn Error>> {",
    ...lines.map((line) => `    ${line}`),
    "    Ok(())",
    "}",
    ...(isReading ? ["", "fn read(file: &str) -> Result<Json, Box<dyn Error>> {", "    Ok(fs::read_to_string(file)?.parse()?)", "}"] : []),
    "",
  ].join("\n");
}

interface Program {
  uses: string[];
  constants: [name: string, value: unknown][];
  lines: string[];
}

function programOf(call: Exclude<Call, { ask: "simulate" | "benefitTable" }>): Program {
  const constants: Program["constants"] = call.options ? [["OPTIONS", call.options]] : [];
  const options = call.options ? ["let options: Json = OPTIONS.parse()?;"] : [];
  const catalogOf = (name: string, file: FileName) => `let ${name} = CareTypeCatalog::new(&read("${file}")?, ${call.options ? "Some(&options)" : "None"})?;`;
  const answer = (question: string) => [`let answer = ${question};`, 'println!("{answer:#?}");'];
  if (call.ask === "checkDispense") return { uses: ["check_dispense"], constants, lines: answer('check_dispense(&read("dispense.json")?)?') };
  const coverages = coveragesOf(call);
  const catalogs = coverages.length === 0 ? ["catalog.json" as const] : [...new Set(coverages.map(({ files }) => files.catalog))];
  const nameOf = (file: FileName) => (file === "catalog.json" ? "catalog" : "other_catalog");
  const prepared = [
    ...options,
    ...catalogs.map((file) => catalogOf(nameOf(file), file)),
    ...coverages.map(({ name, files }) => `let ${name} = ${nameOf(files.catalog)}.compile_coverage(read("${files.coverage}")?)?;`),
  ];
  const program = (lines: string[], more: Program["constants"] = []): Program => ({ uses: [], constants: [...constants, ...more], lines: [...prepared, ...lines] });
  switch (call.ask) {
    case "getCareTypeMappings":
      return program(answer("catalog.care_type_mappings()"));
    case "validateCoverageText": {
      const accepting = call.isAccepting ? ['let accepting = read("acceptances.json")?;'] : [];
      return program(['let text = fs::read("coverage.json")?;', ...accepting, ...answer(`catalog.validate_coverage_utf8(text, ${call.isAccepting ? "Some(&accepting)" : "None"})?`)]);
    }
    case "explain":
      return program(["let act: Json = ACT.parse()?;", ...answer("coverage.explain(&act)?")], [["ACT", call.act]]);
    case "reimburse": {
      const isCounted = call.counters.length > 0;
      const counters = isCounted ? ["let counters: Json = COUNTERS.parse()?;"] : [];
      const question = `coverage.reimburse(&act, ${isCounted ? "Some(&counters)" : "None"}, None)?`;
      return program(["let act: Json = ACT.parse()?;", ...counters, ...answer(question)], [["ACT", call.act], ...(isCounted ? [["COUNTERS", call.counters] as [string, unknown]] : [])]);
    }
    case "reimburseMany":
      return program(['let acts = read("acts.json")?;', ...answer("coverage.reimburse_many(&acts, None, None)?")]);
    case "evaluateText":
      return program(['let acts = fs::read("acts.csv")?;', "let evaluation = coverage.evaluate_text(acts, TextFormat::Csv)?;", ...answer("evaluation.summary(&coverage)")]);
    case "diff":
      return program(answer("before.diff(&after)"));
    case "compareAmounts":
      return program(["let options: Json = AMOUNTS.parse()?;", ...answer("before.compare_amounts(&after, &options)?")], [["AMOUNTS", { date: call.date }]]);
    case "checkRequirements": {
      const classes = ["if let Json::Object(fields) = &mut asked {", '    fields.push(("classes".to_owned(), read("classes.json")?));', "}"];
      const asked = call.classes ? ["let mut asked: Json = ASKED.parse()?;", ...classes] : ["let asked: Json = ASKED.parse()?;"];
      return program(['let profile = read("profile.json")?;', ...asked, ...answer("coverage.check_requirements(&profile, &asked)?")], [["ASKED", call.asked]]);
    }
  }
}

/** With as many # as it takes for nothing in the text to end it. */
function raw(value: unknown): string {
  const text = literal(value);
  let marks = "#";
  while (text.includes(`"${marks}`)) marks += "#";
  return `r${marks}"${text}"${marks}`;
}

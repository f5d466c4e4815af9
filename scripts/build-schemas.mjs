// Makes the JSON Schemas of the package (draft 2020-12) from the declarations: names, kinds and doc comments come from
// pkg-template/declarations/, and so do the bounds, which its comments state as tags (@minimum, @pattern, …).
import { mkdirSync, writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";
import { declarationsOf } from "./declarations.mjs";

/** One document each: file name, declared type. */
const DOCUMENTS = [
  ["care-type-lists", "CareTypeLists"],
  ["care-type-mappings", "CareTypeMappings"],
  ["coverage-payload", "CoveragePayload"],
  ["coverage-care-type-selector", "CoverageCareTypeSelector"],
  ["coverage-care-type-filter", "CoverageCareTypeFilter"],
  ["coverage-acceptances", "AnalyzeOptions"],
  ["care-act", "CareAct"],
  ["dispense-snapshot", "DispenseSnapshot"],
  ["contract-query", "ContractQuery"],
  ["discount-input", "DiscountInput"],
  ["act-amounts", "ActAmounts"],
  ["coverage-rule", "CoverageRule"],
];

/** FDI numbers: a declaration can only say "integer". */
const TEETH = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((quadrant) =>
  Array.from({ length: quadrant <= 4 ? 8 : 5 }, (_, unit) => quadrant * 10 + unit + 1),
);

export function buildSchemas(folder, work) {
  mkdirSync(folder, { recursive: true });
  // JSON has no sets.
  const source = `${work}/schemas.d.ts`;
  writeFileSync(source, declarationsOf("care-coverage.d.ts").replaceAll(" | Set<string>", ""));
  const tsconfig = `${work}/schemas.json`;
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { lib: ["es2022", "esnext.disposable"], types: [], strict: true }, files: ["schemas.d.ts"] }));
  for (const [name, type] of DOCUMENTS) {
    const generator = createGenerator({ path: source, tsconfig, type, topRef: false, additionalProperties: false, skipTypeCheck: true });
    const { $schema, definitions, ...schema } = generator.createSchema(type);
    // The declaration allows other sections only because the contract of the API does.
    if (type === "DispenseSnapshot") schema.additionalProperties = false;
    if (definitions?.ToothNumber) definitions.ToothNumber.enum = TEETH;
    const document = {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `urn:care-coverage:${name}`,
      title: type,
      ...schema,
      ...(definitions && { $defs: definitions }),
    };
    const text = JSON.stringify(document, null, 2).replaceAll("#/definitions/", "#/$defs/");
    writeFileSync(`${folder}/${name}.json`, `${text}\n`);
  }
}

// Makes the JSON Schemas of the package (draft 2020-12 and draft 07) from the declarations: names, kinds and doc comments come from
// pkg-template/declarations/, and so do the bounds, which its comments state as tags (@minimum, @pattern, …).
import { mkdirSync, writeFileSync } from "node:fs";
import { createGenerator } from "ts-json-schema-generator";
import { declarationsOf } from "./declarations.mjs";
import { DOCUMENTS } from "./schemas/documents.mjs";
import { in07, in2020 } from "./schemas/drafts.mjs";
import { forPeople } from "./schemas/for-people.mjs";

/** FDI numbers: a declaration can only say "integer". */
const TEETH = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((quadrant) =>
  Array.from({ length: quadrant <= 4 ? 8 : 5 }, (_, unit) => quadrant * 10 + unit + 1),
);

/** Also each without a draft, compact, as `work`/NAME.schema.json. */
export function buildSchemas(folder, work) {
  mkdirSync(`${folder}/draft-07`, { recursive: true });
  const source = `${work}/schemas.d.ts`;
  writeFileSync(source, declarations());
  const tsconfig = `${work}/schemas.json`;
  writeFileSync(tsconfig, JSON.stringify({ compilerOptions: { lib: ["es2022", "esnext.disposable"], types: [], strict: true }, files: ["schemas.d.ts"] }));
  for (const [name, type, from = type] of DOCUMENTS) {
    const options = { path: source, tsconfig, type: from, topRef: false, additionalProperties: false, skipTypeCheck: true, markdownDescription: true };
    const { $schema, ...schema } = createGenerator(options).createSchema(from);
    // The declaration allows other sections only because the contract of the API does.
    if (type === "DispenseSnapshot") schema.additionalProperties = false;
    if (schema.definitions?.ToothNumber) schema.definitions.ToothNumber.enum = TEETH;
    // So a declaration says that a field is not there.
    if (schema.definitions?.OpaqueRule) schema.definitions.OpaqueRule.not = { properties: { components: {} }, required: ["components"] };
    forPeople(type, schema);
    writeFileSync(`${work}/${name}.schema.json`, JSON.stringify(schema));
    write(`${folder}/${name}.json`, in2020(name, schema));
    write(`${folder}/draft-07/${name}.json`, in07(name, schema));
  }
}

function declarations() {
  // JSON has no sets.
  const text = declarationsOf("care-coverage.d.ts").replaceAll(" | Set<string>", "");
  // An act need not have amounts, so that what it charges may be left out.
  const [amounts] = /^export interface ActAmounts \{[^]*?^\}/m.exec(text);
  const optional = amounts.replace("ActAmounts", "OptionalActAmounts").replace("  charged: ", "  charged?: ");
  return `${text}\n${optional}\nexport interface CareActWithAmounts extends OptionalActAmounts, CareAct {}\n`;
}

function write(path, schema) {
  writeFileSync(path, `${JSON.stringify(schema, null, 2)}\n`);
}

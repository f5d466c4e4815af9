// care-coverage schema: JSON Schemas, for editors that complete. That of a coverage knows the codes of the catalogue.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { shipped } from "../kit/engine.ts";
import { Failure, FINE } from "../kit/failure.ts";
import { loadCatalog, settle } from "../kit/setting.ts";
import type { SharedOptions } from "../kit/setting.ts";
import { configSchema, testSchema } from "../schemas.ts";

export interface SchemaOptions extends SharedOptions { draft: "07" | "2020-12" }

export async function schema(name: string | undefined, options: SchemaOptions): Promise<number> {
  const setting = await settle(options);
  const { output } = setting;
  if (name === undefined || name === "coverage") {
    const { catalog } = await loadCatalog(setting);
    output.print(`${JSON.stringify(catalog.jsonSchema({ draft: options.draft }), null, 2)}\n`);
  } else if (name === "config" || name === "coverage-test") {
    output.print(`${JSON.stringify(name === "config" ? configSchema(options.draft) : testSchema(options.draft), null, 2)}\n`);
  } else {
    output.print(shippedSchema(name, options.draft, setting.words.oneOf));
  }
  output.end();
  return FINE;
}

function shippedSchema(name: string, draft: SchemaOptions["draft"], oneOf: (names: readonly string[]) => string): string {
  const folder = dirname(shipped("schemas/coverage-payload.json").file);
  const names = readdirSync(folder).filter((file) => file.endsWith(".json")).map((file) => file.slice(0, -5)).sort();
  if (!names.includes(name)) throw new Failure(`${name}: ${oneOf(["coverage", "config", "coverage-test", ...names])}`);
  return shipped(`schemas/${draft === "07" ? "draft-07/" : ""}${name}.json`).text;
}

// What a file of claims calls the fields, read from a file of its own.
import { validateMapping } from "care-coverage/slim";
import type { AsJson, ClaimMapping } from "care-coverage/slim";
import { shipped } from "../kit/engine.ts";
import { Failure } from "../kit/failure.ts";
import { framed } from "../kit/framed.ts";
import type { Setting } from "../kit/setting.ts";
import { readSource, valueOf } from "../kit/text.ts";

/** A file; or `damir`, which ships. */
export async function mappingOf(name: string | undefined, { language }: Setting): Promise<AsJson<ClaimMapping> | undefined> {
  if (name === undefined) return undefined;
  const value = name === "damir" ? (JSON.parse(shipped("mappings/damir.json").text) as unknown) : await valueOf(readSource(name), language);
  const wrong = validateMapping(value).filter(({ severity }) => severity === "error");
  if (wrong.length > 0) throw new Failure(framed({ file: name, text: "" }, wrong, { language, color: false }));
  return value as AsJson<ClaimMapping>;
}

import { yamlOf } from "../kit/text.ts";
import type { Source } from "../kit/text.ts";

/** The name of a coverage, where its text says one. */
export async function nameOf(source: Source): Promise<unknown> {
  try {
    const json = source.isYaml ? (await yamlOf(source)).json : source.text.replace(/^\ufeff/, "");
    return (JSON.parse(json ?? "null") as { name?: unknown } | null)?.name;
  } catch {
    return undefined;
  }
}

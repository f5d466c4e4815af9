// What a language server knows of a repository: its catalogue, what is reported of coverages, and which texts are coverages.
import type { InitializationOptions } from "care-coverage/lsp";
import { loadCatalog } from "../kit/setting.ts";
import type { Setting } from "../kit/setting.ts";

export async function configured(setting: Setting): Promise<InitializationOptions> {
  const { config, language, catalogFile } = setting;
  const { lists } = await loadCatalog(setting);
  // A text is asked alone: that an acceptance for all coverages accepts nothing in one means nothing.
  const accept = config.accept.filter(({ coverage }) => coverage === undefined);
  return {
    catalog: lists,
    catalogOptions: config.catalogOptions,
    language,
    validate: { ignore: [...config.ignore, ...(accept.length > 0 ? ["stale_acceptance"] : [])], severities: config.severities, accept } as InitializationOptions["validate"],
    documents: Object.fromEntries([
      [patternOf(catalogFile), "catalog" as const],
      ...config.coverages.filter((glob) => !glob.startsWith("!")).flatMap(jsonPatterns).map((pattern) => [pattern, "coverage" as const]),
    ]),
  };
}

const patternOf = (path: string) => path.replaceAll("\\", "/").replace(/^(\.\.?\/)+/, "");

/** Of a glob of the configuration, patterns of the language server: without braces, and with a folder or none for `**`. It reads JSON. */
export function jsonPatterns(glob: string): string[] {
  const braces = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (braces) return braces[2]!.split(",").flatMap((one) => jsonPatterns(`${braces[1]}${one}${braces[3]}`));
  const pattern = patternOf(glob);
  if (!pattern.endsWith(".json")) return [];
  return pattern.includes("**/") ? [pattern, pattern.replaceAll("**/", "")] : [pattern];
}

// What every command is given: the options, the configuration, the words, where answers go; and the catalogue when it is asked for.
import { relative } from "node:path";
import { CareTypeCatalog, CoverageError, validateCatalogText } from "care-coverage/slim";
import type { CareTypeLists } from "care-coverage/slim";
import { findConfig, readConfig } from "./config.ts";
import type { Config } from "./config.ts";
import { startEngine } from "./engine.ts";
import { Failure } from "./failure.ts";
import { framed, speak } from "./framed.ts";
import { createOutput } from "./output.ts";
import type { Output } from "./output.ts";
import { isYamlName, jsonOf, judge, readSource, yamlParts } from "./text.ts";
import { languageOfEnvironment, wordsOf } from "./words.ts";
import type { Language, Words } from "./words.ts";

export interface SharedOptions {
  config?: string;
  catalog?: string;
  language?: Language;
  quiet?: boolean;
  color?: boolean;
  out?: string;
}

export interface Setting { config: Config; language: Language; words: Words; output: Output; catalogFile: string }

export async function settle(options: SharedOptions): Promise<Setting> {
  const before = options.language ?? languageOfEnvironment(process.env);
  const found = options.config ?? findConfig(process.cwd());
  // While the engine is compiled.
  await Promise.all([startEngine(), speak(before), found !== null && isYamlName(found) && yamlParts()]);
  const config = await readConfig(options.config, before);
  const language = options.language ?? config.language ?? before;
  await speak(language);
  return { config, language, words: wordsOf(language), output: createOutput(options), catalogFile: options.catalog ?? config.catalog };
}

export interface LoadedCatalog { catalog: CareTypeCatalog; lists: CareTypeLists }

export async function loadCatalog({ config, language, catalogFile }: Setting): Promise<LoadedCatalog> {
  const source = readSource(catalogFile);
  const lists = JSON.parse(await jsonOf(source, language)) as CareTypeLists;
  try {
    return { catalog: new CareTypeCatalog(lists, config.catalogOptions), lists };
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    // Its data, with their places; else it is the options.
    const wrong = (await judge(source, language, validateCatalogText)).filter(({ severity }) => severity === "error");
    if (wrong.length > 0) throw new Failure(framed(source, wrong, { language, color: false }));
    return about(config.file ?? catalogFile, language, () => {
      throw error;
    }, { "": { at: "/catalog" } });
  }
}

/** Whether a file is the catalogue. */
export function isCatalog({ catalogFile }: Setting, file: string): boolean {
  return relative(catalogFile, file) === "";
}

/** By the beginning of a pointer: where it is instead, in which file (default: the same one). */
export interface Origins { [start: string]: { file?: string | undefined; at: string } | undefined }

/** What `ask` answers; what it throws is about a file, or about the one that a part of what was asked is from. */
export function about<T>(file: string, language: Language, ask: () => T, origins: Origins = {}): T {
  try {
    return ask();
  } catch (error) {
    if (!(error instanceof CoverageError)) throw error;
    const said = error.diagnostics.map((diagnostic) => {
      const start = Object.keys(origins).find((start) => origins[start] !== undefined && diagnostic.pointer.startsWith(start)) ?? "";
      const { file: from = file, at } = origins[start] ?? { at: start };
      return framed({ file: from, text: "" }, [{ ...diagnostic, pointer: `${at}${diagnostic.pointer.slice(start.length)}` }], { language, color: false });
    });
    throw new Failure(said.join("\n"));
  }
}

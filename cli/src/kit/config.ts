// What a repository says of itself: `care-coverage.config.json`, `.yaml` or `.yml`, in the folder or one above it. Paths in it are relative to it.
import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import type { Acceptance, CareTypeCatalogOptions, Severity } from "care-coverage/slim";
import { Form } from "./form.ts";
import { readSource, valueOf } from "./text.ts";
import { LANGUAGES, wordsOf } from "./words.ts";
import type { Language } from "./words.ts";

export const CONFIG_NAMES = ["care-coverage.config.json", "care-coverage.config.yaml", "care-coverage.config.yml"];
export const DEFAULT_COVERAGES = ["coverages/**/*.{json,yaml,yml}"];

export interface Config {
  /** The file, relative to the working folder; null where there is none. */
  file: string | null;
  /** The folder that paths are relative to. */
  folder: string;
  catalog: string;
  catalogOptions: CareTypeCatalogOptions;
  coverages: string[];
  language: Language | null;
  ignore: string[];
  severities: { [code: string]: Severity };
  accept: AcceptanceOf[];
  profiles: { [name: string]: ProfileOptions };
  table: TableConfig;
}

/** What benefit tables need: files, or `national`, which ships. */
export interface TableConfig { headings?: string | undefined; synonyms: string[]; examples?: string | undefined }

/** An acceptance, and of which coverage it is: all, where none is named. */
export interface AcceptanceOf extends Acceptance { coverage?: string | undefined }

export interface ProfileOptions {
  /** A file, or the name of a profile that ships. Default: the name of the entry. */
  profile?: string | undefined;
  classes?: string | undefined;
  tariffs?: string | undefined;
  declarations?: { [id: string]: boolean } | undefined;
  date?: string | undefined;
  coverages?: string[] | undefined;
}

export const FIELDS = ["$schema", "description", "catalog", "coverages", "language", "ignore", "severities", "accept", "profiles", "table"];
export const CATALOG_FIELDS = ["file", "selectorPrecedence", "visibleTeeth", "nonConventionedEstablishments", "knownValues"];
export const PROFILE_FIELDS = ["profile", "classes", "tariffs", "declarations", "date", "coverages", "description"];
export const TABLE_FIELDS = ["headings", "synonyms", "examples"];

export async function readConfig(given: string | undefined, language: Language): Promise<Config> {
  const path = given ?? findConfig(process.cwd());
  if (path === null) {
    return { file: null, folder: ".", catalog: "catalog.json", catalogOptions: {}, coverages: DEFAULT_COVERAGES, language: null, ignore: [], severities: {}, accept: [], profiles: {}, table: { synonyms: [] } };
  }
  const file = given ?? (relative(process.cwd(), path) || path);
  const value = await valueOf(readSource(file), language);
  return new Reader(file, wordsOf(language)).config(value);
}

export function findConfig(from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = CONFIG_NAMES.map((name) => join(folder, name)).find(existsSync);
    if (found) return found;
    if (dirname(folder) === folder) return null;
  }
}

class Reader extends Form {
  config(value: unknown): Config {
    const given = this.object(value, "", FIELDS);
    const folder = relative(process.cwd(), dirname(resolve(this.file))) || ".";
    const inside = (path: string) => join(folder, path);
    const catalog = typeof given["catalog"] === "string" ? { file: given["catalog"] } : this.object(given["catalog"] ?? {}, "/catalog", CATALOG_FIELDS);
    const { file = "catalog.json", ...catalogOptions } = catalog;
    const language = given["language"] === undefined ? null : this.text(given["language"], "/language");
    if (language !== null && !LANGUAGES.includes(language as Language)) this.fail("/language", this.words.oneOf(LANGUAGES));
    const profiles = this.object(given["profiles"] ?? {}, "/profiles", null);
    return {
      file: this.file, folder, catalog: inside(this.text(file, "/catalog/file")), catalogOptions,
      coverages: given["coverages"] === undefined ? DEFAULT_COVERAGES.map((glob) => inGlob(folder, glob)) : this.globs(given["coverages"], "/coverages", folder),
      language: language as Language | null,
      ignore: this.texts(given["ignore"] ?? [], "/ignore"),
      // What is in these, the engine says.
      severities: this.object(given["severities"] ?? {}, "/severities", null) as Config["severities"],
      accept: this.list(given["accept"] ?? [], "/accept").map((item, index) => this.object(item, `/accept/${index}`, null)) as unknown as AcceptanceOf[],
      profiles: Object.fromEntries(Object.entries(profiles).map(([name, profile]) => [name, this.profile(profile, `/profiles/${name}`, folder)])),
      table: this.table(given["table"] ?? {}, folder),
    };
  }

  table(value: unknown, folder: string): TableConfig {
    const given = this.object(value, "/table", TABLE_FIELDS);
    const file = (name: string) => (/[./\\]/.test(name) ? join(folder, name) : name);
    const one = (field: "headings" | "examples") => (given[field] === undefined ? undefined : file(this.text(given[field], `/table/${field}`)));
    const synonyms = given["synonyms"] ?? [];
    return { headings: one("headings"), examples: one("examples"), synonyms: this.texts(typeof synonyms === "string" ? [synonyms] : synonyms, "/table/synonyms").map(file) };
  }

  profile(value: unknown, at: string, folder: string): ProfileOptions {
    const given = this.object(value, at, PROFILE_FIELDS);
    const path = (field: string) => (given[field] === undefined ? undefined : this.text(given[field], `${at}/${field}`));
    const file = (field: string) => {
      const name = path(field);
      // A name without a path may be one that ships.
      return name === undefined || !/[./\\]/.test(name) ? name : join(folder, name);
    };
    const declarations = given["declarations"] === undefined ? undefined : this.object(given["declarations"], `${at}/declarations`, null);
    return {
      profile: file("profile"), classes: file("classes"), tariffs: file("tariffs"), date: path("date"),
      declarations: declarations as ProfileOptions["declarations"],
      coverages: given["coverages"] === undefined ? undefined : this.globs(given["coverages"], `${at}/coverages`, folder),
    };
  }

  globs(value: unknown, at: string, folder: string): string[] {
    return this.texts(typeof value === "string" ? [value] : value, at).map((glob) => inGlob(folder, glob));
  }
}

function inGlob(folder: string, glob: string): string {
  const [, not, pattern] = /^(!?)(.*)$/s.exec(glob)!;
  return folder === "." ? glob : `${not}${folder.replaceAll("\\", "/")}/${pattern}`;
}

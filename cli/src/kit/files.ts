// Which files do globs, folders and names mean? In a fixed order, with the names that people gave.
import { statSync } from "node:fs";
import { Failure } from "./failure.ts";
import { DOCUMENT_EXTENSIONS } from "./text.ts";
import type { Words } from "./words.ts";

/** What is next to coverages and is none. */
export const NONE = ["**/node_modules/**", "**/*.accept.*", "**/*.coverage-test.*", "**/care-coverage.config.*", "**/*.schema.json"];

/** `isNone`: files that are something else, such as the catalogue. */
export async function coverageFiles(given: readonly string[], words: Words, isNone: (file: string) => boolean): Promise<string[]> {
  const files = await filesOf(given, words, `*.{${DOCUMENT_EXTENSIONS.join(",")}}`, NONE);
  return files.filter((file) => !isNone(file) || given.includes(file));
}

/** A name of a file is that file; a folder has all files below it that are called `inFolder`. */
export async function filesOf(given: readonly string[], words: Words, inFolder: string, ignore: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  const not = given.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  for (const one of given) {
    if (one.startsWith("!")) continue;
    const kind = one === "-" ? "file" : kindOf(one);
    const files = kind === "file" ? [one] : await glob(kind === "folder" ? `${escaped(one.replace(/[\\/]+$/, ""))}/**/${inFolder}` : one, [...ignore, ...not]);
    if (files.length === 0) throw new Failure(words.noFile(one));
    for (const file of files) found.add(file);
  }
  return [...found];
}

async function glob(pattern: string, ignore: readonly string[]): Promise<string[]> {
  // A call that names its files does not need it.
  const { globSync } = await import("../parts/globs.ts");
  return globSync(pattern, { ignore: [...ignore], expandDirectories: false, dot: false }).sort();
}

function kindOf(path: string): "file" | "folder" | undefined {
  try {
    const found = statSync(path);
    return found.isDirectory() ? "folder" : "file";
  } catch {
    return undefined;
  }
}

function escaped(path: string): string {
  return path.replace(/[*?[\]{}()!\\]/g, "\\$&");
}

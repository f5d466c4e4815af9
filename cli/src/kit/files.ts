// Which files do globs, folders and names mean? In a fixed order, with the names that people gave.
import { statSync } from "node:fs";
import { Failure } from "./failure.ts";
import { DOCUMENT_EXTENSIONS } from "./text.ts";
import type { Words } from "./words.ts";

const NO_COVERAGE = /\.(accept|coverage-test)\.[^.\\/]+$|(^|[\\/])care-coverage\.config\.[^.\\/]+$|\.schema\.json$|(^|[\\/])node_modules[\\/]/;

/** What is next to coverages and is none, from whatever folder it is named. */
export function isNoCoverage(file: string): boolean {
  return NO_COVERAGE.test(file);
}

/** `isNone`: files that are something else, such as the catalogue. `mayBeNone`: a shell that names all files of a folder may name no coverage. */
export async function coverageFiles(given: readonly string[], words: Words, isNone: (file: string) => boolean, { mayBeNone = false } = {}): Promise<string[]> {
  const files = (await documentFiles(given, words)).filter((file) => !isNoCoverage(file) && !isNone(file));
  if (files.length === 0 && !mayBeNone) throw new Failure(words.noCoverages);
  return files;
}

/** Coverages and what is next to them. */
export function documentFiles(given: readonly string[], words: Words): Promise<string[]> {
  return filesOf(given, words, `*.{${DOCUMENT_EXTENSIONS.join(",")}}`);
}

/** A name of a file is that file; a folder has all files below it that are called `inFolder`. */
export async function filesOf(given: readonly string[], words: Words, inFolder: string): Promise<string[]> {
  const found = new Set<string>();
  const not = given.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  for (const one of given) {
    if (one.startsWith("!")) continue;
    const kind = one === "-" ? "file" : kindOf(one);
    const files = kind === "file" ? [one] : await glob(kind === "folder" ? `${escaped(one.replace(/[\\/]+$/, ""))}/**/${inFolder}` : one, not);
    if (files.length === 0) throw new Failure(words.noFile(one));
    for (const file of files) found.add(file);
  }
  return [...found];
}

async function glob(pattern: string, not: readonly string[]): Promise<string[]> {
  // A call that names its files does not need it.
  const { globSync } = await import("../parts/globs.ts");
  const [above] = /^(\.\.\/)*/.exec(pattern)!;
  return globSync(pattern, { ignore: [`${above}**/node_modules/**`, ...not], expandDirectories: false, dot: false }).sort();
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

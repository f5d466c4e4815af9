// Which texts that an editor opens are coverages of the configuration, and what are they called from the folder of the program?
import { realpathSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import picomatch from "picomatch";
import { isNoCoverage } from "../kit/files.ts";
import { isCatalog } from "../kit/setting.ts";
import type { Setting } from "../kit/setting.ts";

/** The file of a text, and what it is; null for other texts. */
export function documentsOf(setting: Setting): (uri: string) => { file: string; kind: "coverage" | "catalog" } | null {
  const { coverages } = setting.config;
  const not = coverages.filter((glob) => glob.startsWith("!")).map((glob) => glob.slice(1));
  const clean = (globs: readonly string[]) => globs.map((glob) => glob.replace(/^(\.\/)+/, ""));
  const isCoverage = picomatch(clean(coverages.filter((glob) => !glob.startsWith("!"))), { ignore: clean(not) });
  return (uri) => {
    if (!uri.startsWith("file:")) return null;
    const file = relative(process.cwd(), real(fileURLToPath(uri))).replaceAll("\\", "/");
    if (isCatalog(setting, file)) return { file, kind: "catalog" };
    return isCoverage(file) && !isNoCoverage(file) ? { file, kind: "coverage" } : null;
  };
}

/** An editor may have come by a link to the folder. The file itself need not be there yet. */
function real(path: string): string {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
}

// The blocks of code of the documents, and a folder for each document in which they are files that find the package and each other.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../site/lib/places.mjs";

/** Within the site, so that what it is built with is found. */
export const FOLDER = `${ROOT}/site/snippets`;

const EXAMPLES = ["ci-linter", "edge", "edge/minimal", "editor-elements", "editor-react"];
const documents = ["README.md", ...EXAMPLES.map((name) => `examples/${name}/README.md`), ...["docs", "docs/guides"].flatMap((folder) => readdirSync(join(ROOT, folder)).filter((name) => name.endsWith(".md")).map((name) => `${folder}/${name}`))];

/** Every block: where it is, its language, its text, and the name that its first line gives it (or null). */
export const blocks = documents.flatMap((document) => {
  const text = readFileSync(join(ROOT, document), "utf8");
  return Array.from(text.matchAll(/^```(\w*)\n([^]*?)^```$/gm), ([, language, code], index) => {
    const name = /^(?:\/\/|<!--) ([\w./-]+\.\w+)(?: -->)?\n/.exec(code)?.[1] ?? null;
    return { document, place: `${document}, block ${index + 1}`, language, code, name, file: name ?? `block-${index + 1}.${language}` };
  });
});

export const folderOf = (document) => join(FOLDER, document.replaceAll(/[/.]/g, "-"));

/** Writes the files of these blocks, and what they read. */
export function writeSnippets(chosen) {
  rmSync(FOLDER, { recursive: true, force: true });
  for (const document of new Set(chosen.map(({ document }) => document))) {
    mkdirSync(`${folderOf(document)}/coverages`, { recursive: true });
    for (const name of ["catalog.json", "coverage.json"]) cpSync(`${ROOT}/examples/${name}`, `${folderOf(document)}/${name}`);
  }
  for (const { document, file, code } of chosen) writeFileSync(join(folderOf(document), file), code);
}

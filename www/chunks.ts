/** Into which files is the page built? What the first view needs is fetched before any other: in few files, not in one for each set of views that share it. */
import { fileURLToPath } from "node:url";
import { normalizePath } from "vite";

interface Modules {
  getModuleInfo: (id: string) => { importedIds: readonly string[] } | null;
}

const SOURCE = normalizePath(fileURLToPath(new URL("./src/", import.meta.url)));
const FIRST = ["shell/app.tsx", "features/table/view.tsx", "features/question/view.tsx"].map((path) => SOURCE + path);
/** The engine waits for its module; the table is asked for by other views; the rest is there before: the language, a visit, what shows that the engine could not be started. */
const APART = /\.css$|[\\/]engine[\\/]|features[\\/]table[\\/]|store[\\/](?:theme|storage|language|visit)\.ts$|shell[\\/](?:start|language)|documents[\\/]examples\.ts$/;

let shared: Set<string> | null = null;

/** What the first view imports, and what that imports. */
function sharedOf(modules: Modules): Set<string> {
  const [found, left] = [new Set<string>(), [...FIRST]];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    left.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return new Set([...found].filter((id) => id.startsWith(SOURCE) && !APART.test(id)));
}

/** As `shell/views.*.ts` name them. */
const VIEWS = "act|catalogue|code|compare|compliance|coverage|dispense|findings|import|picker|rule|sheet|simulate|versions|year";
const wordsOfViews = (language: string) => new RegExp(`features[\\\\/](?:${VIEWS})[\\\\/](?:cost-|code-)?words\\.${language}\\.ts$|views\\.${language}\\.ts$`);

/** The words of a language are two files. */
export const GROUPS = [
  { name: "english-views", test: wordsOfViews("en") },
  { name: "french-views", test: wordsOfViews("fr") },
  { name: "english", test: /\.en\.ts$|english\.ts$/ },
  { name: "french", test: /\.fr\.ts$|french\.ts$/ },
  // The first view in one file, though others ask what it holds.
  { name: "table", test: /features[\\/]table[\\/](?!copy-table|.*words).*\.tsx?$|engine[\\/](?:table|fitting)\.ts$|pkg[\\/]benefit-table\.js$/ },
  // What a first visit begins with, which is asked for before anything else.
  { name: "visit", test: /store[\\/]visit\.ts$|documents[\\/]examples\.ts$|[\\/]examples[\\/](?!benefit|dispense|claims[\\/](?!national-acts))[^?]*\?url$/ },
  { debugName: "shared", name: (id: string, modules: Modules) => ((shared ??= sharedOf(modules)).has(id) ? "shared" : null) },
];

function viewIn(files: readonly string[]): string | undefined {
  return files.map((file) => /features[\\/](\w+)[\\/]view\.tsx$/.exec(file)?.[1]).find(Boolean);
}

/** What belongs to a view is called by the view. */
export const fileNames = {
  chunkFileNames: ({ facadeModuleId }: { facadeModuleId?: string | null }) => `assets/${viewIn(facadeModuleId ? [facadeModuleId] : []) ?? "[name]"}-[hash].js`,
  assetFileNames: ({ originalFileNames }: { originalFileNames: string[] }) => `assets/${viewIn(originalFileNames) ?? "[name]"}-[hash][extname]`,
};

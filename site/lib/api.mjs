// The API reference, from the declarations as they are shipped.
import { existsSync, readdirSync } from "node:fs";
import { Application } from "typedoc";
import { PAGES, ROOT } from "./places.mjs";

/** A file of declarations for each entry of the package that has names of its own. */
export function entryPoints() {
  const stores = readdirSync(`${ROOT}/pkg/stores`).filter((name) => name.endsWith(".d.ts")).map((name) => `stores/${name}`);
  return ["index.d.ts", "worker.d.ts", "words.d.ts", "benefit-table.d.ts", "language.d.ts", "language/worker.d.ts", "codemirror.d.ts", "monaco.d.ts", "lsp.d.ts", "forms.d.ts", "spreadsheet.d.ts", ...stores].map((name) => `${ROOT}/pkg/${name}`).filter((path) => existsSync(path));
}

export async function writeApi() {
  const app = await Application.bootstrapWithPlugins({
    name: "API",
    entryPoints: entryPoints(),
    tsconfig: `${ROOT}/site/tsconfig.api.json`,
    plugin: ["typedoc-plugin-markdown", "typedoc-vitepress-theme"],
    // Names are public where the declarations export them.
    excludeExternals: false,
    readme: "none",
    disableSources: true,
    disableGit: true,
    docsRoot: PAGES,
    out: `${PAGES}/api`,
    router: "member",
    hidePageHeader: true,
    hideBreadcrumbs: false,
    sort: ["source-order"],
    logLevel: "Warn",
    treatWarningsAsErrors: true,
    validation: { notExported: false, invalidLink: true, notDocumented: false },
    useHTMLEncodedBrackets: true,
  });
  const project = await app.convert();
  if (!project || app.logger.hasErrors() || app.logger.hasWarnings()) throw new Error("the API reference could not be made");
  // A module is called as it is imported.
  for (const module of project.children ?? []) module.name = module.name === "index" ? "care-coverage" : `care-coverage/${module.name}`;
  await app.generateOutputs(project);
}

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { fileNames, GROUPS } from "./chunks.ts";

/** Alone among the page's files it imports the package, and starts its module. */
const ENGINE = fileURLToPath(new URL("./src/engine/engine.ts", import.meta.url));

/**
 * The package's stores import `care-coverage`, the entry that brings the module inlined, and the client of its worker does where none is
 * started. The page has started it by then, whichever entry it came by. So the stores get the entry without it, and the client gets who
 * has started it: all of them share one `core.js`, where the module is once.
 */
const oneModule: Plugin = {
  name: "one module",
  enforce: "pre",
  resolveId(source, importer = "") {
    if (source === "care-coverage" && /[\\/]stores[\\/][^\\/]+$/.test(importer)) return this.resolve("care-coverage/slim", ENGINE, { skipSelf: true });
    return source === "./index.js" && /[\\/](?:language-)?worker\.js$/.test(importer) ? ENGINE : null;
  },
};

/** The development server writes the styles of a view into the page, which the built page does not allow. */
const stylesInDevelopment: Plugin = {
  name: "styles in development",
  apply: "serve",
  transformIndexHtml: (html) => html.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
};

/** Where the package says that it is from; nothing until it is published somewhere. */
const { name, repository, homepage } = JSON.parse(readFileSync(new URL("../pkg/package.json", import.meta.url), "utf8")) as {
  name: string;
  repository?: { url: string };
  homepage?: string;
};
const source = repository?.url.replace(/^git\+|\.git$/g, "") ?? null;
const published = {
  package: `https://www.npmjs.com/package/${name}`,
  repository: source,
  // That of a package without a site is the README of its repository.
  homepage: homepage && !(source && homepage.startsWith(source)) ? homepage : null,
};

export default defineConfig({
  // Relative, so that the built folder works wherever it is put.
  base: "./",
  define: { PUBLISHED: JSON.stringify(published) },
  // The examples lie beside this folder; they belong to the repository, not to the page.
  server: { fs: { allow: [".."] } },
  plugins: [oneModule, stylesInDevelopment],
  // The package is a link here, so that its CodeMirror would be another one.
  resolve: { dedupe: ["autocomplete", "lang-json", "language", "lint", "state", "view"].map((name) => `@codemirror/${name}`) },
  // The worker of links fetches the engine when it has something to read.
  worker: { format: "es" },
  build: {
    target: "es2022",
    // The content security policy allows no `data:` for fetch, so assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        ...fileNames,
        codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS },
      },
    },
  },
});

/** Builds the package of the elements, `editor/`, to `editor/dist/`: one file that is imported, and parts that are fetched when they are needed. */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const at = (path: string) => fileURLToPath(new URL(`../editor/${path}`, import.meta.url));
const PAGE = fileURLToPath(new URL("./src/", import.meta.url));

/**
 * The components ask the engine by the entry that has to be started with its module. Here it is the peer's main entry, which is ready at
 * import, so that an element and whoever imports `care-coverage` next to it have one engine.
 */
const peerEngine: Plugin = {
  name: "peer engine",
  enforce: "pre",
  resolveId(source, importer = "") {
    if (source === "care-coverage/slim") return { id: "care-coverage", external: true };
    // The adapter has the text editor of the element, and so is a part of it.
    if (source === "care-coverage/codemirror") return null;
    if (source.startsWith("care-coverage")) return { id: source, external: true };
    return source === "./start" && /engine[\\/]engine\.ts$/.test(importer) ? at("src/engine-start.ts") : null;
  },
};

/**
 * The styles of the page in a shadow tree: its root is the host, its values can be given from outside, light is the
 * theme until another is asked for, and its width is that of the element.
 */
const stylesOfHost: Plugin = {
  name: "styles of the host",
  enforce: "pre",
  transform(code, id) {
    if (!/\.css\?inline$/.test(id)) return null;
    const themes = code.replace(/:root\[data-theme="(\w+)"\]/g, ':host([theme="$1"])');
    const values = themes.replace(/:root \{[^}]*\}/, (root) => root.replace(":root", ":host").replace("color-scheme: light dark;", "color-scheme: light;").replace(/^(\s*)--([\w-]+): (.+);$/gm, "$1--$2: var(--care-$2, $3);"));
    return values.replace(/@media \((min|max)-width: /g, "@container care-editor ($1-width: ");
  },
};

/** The package around what is built, with the notices of those whose code is in it. */
const pack: Plugin = {
  name: "what is published",
  writeBundle(_, bundle) {
    const files = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
    const packages = files.flatMap((file) => /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? []);
    const names = [...new Set(packages)].filter((name) => !name.startsWith("care-coverage"));
    execFileSync(process.execPath, ["scripts/editor-package.mjs", ...names.map((name) => name.replace("\\", "/"))], { cwd: at("../"), stdio: "inherit" });
  },
};

/** The elements have the libraries of the page, each once. */
const librariesOfPage: Plugin = {
  name: "libraries of the page",
  enforce: "pre",
  resolveId(source, importer = "") {
    return importer.startsWith(at("src/")) && /^@?preact/.test(source) ? this.resolve(source, `${PAGE}store/work.ts`, { skipSelf: true }) : null;
  },
};

export default defineConfig({
  plugins: [peerEngine, librariesOfPage, stylesOfHost, pack],
  resolve: { dedupe: ["autocomplete", "lang-json", "language", "lint", "state", "view"].map((name) => `@codemirror/${name}`) },
  build: {
    target: "es2022",
    outDir: at("dist"),
    emptyOutDir: true,
    modulePreload: false,
    lib: { entry: at("src/index.ts"), formats: ["es"], fileName: () => "index.js" },
    rolldownOptions: {
      output: {
        chunkFileNames: "parts/[name]-[hash].js",
        codeSplitting: { groups: [{ name: "english", test: /\.en\.ts$|english\.ts$/ }, { name: "french", test: /\.fr\.ts$|french\.ts$/ }] },
      },
    },
  },
});

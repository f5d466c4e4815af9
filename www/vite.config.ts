import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

/**
 * The package's stores import `care-coverage`, the entry that brings the module inlined. The page has started the module by then,
 * whichever entry it came by, so the stores get the one without it: both stand on the same `core.js`, where the module is once.
 */
const oneModule: Plugin = {
  name: "one module",
  enforce: "pre",
  resolveId(source, importer) {
    if (source !== "care-coverage" || !/[\\/]stores[\\/][^\\/]+$/.test(importer ?? "")) return null;
    return this.resolve("care-coverage/slim", fileURLToPath(new URL("./src/engine.ts", import.meta.url)), { skipSelf: true });
  },
};

export default defineConfig({
  // Relative, so that the built folder works wherever it is put.
  base: "./",
  // The examples lie beside this folder; they belong to the repository, not to the page.
  server: { fs: { allow: [".."] } },
  plugins: [oneModule],
  build: {
    target: "es2022",
    // The content security policy allows no `data:` for fetch, so assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

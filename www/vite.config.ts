import { defineConfig } from "vite";

export default defineConfig({
  // Relative, so that the built folder works wherever it is put.
  base: "./",
  // The examples lie beside this folder; they belong to the repository, not to the page.
  server: { fs: { allow: [".."] } },
  build: {
    target: "es2022",
    // The content security policy allows no `data:` for fetch, so assets stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

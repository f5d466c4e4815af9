import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react()],
  // The catalogue and the coverage are those of the folder above.
  server: { fs: { allow: [".."] } },
  // The package is a link here, so that its CodeMirror would be another one.
  resolve: { dedupe: ["autocomplete", "lang-json", "language", "lint", "state", "view"].map((name) => `@codemirror/${name}`) },
  build: { target: "es2022", rolldownOptions: { input: ["index.html", "monaco.html"] } },
});

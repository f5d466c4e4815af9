import react from "@vitejs/plugin-react";
import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react(), vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.includes("-") } } })],
  // The catalogue and the coverage are those of the folder above; both packages are links here, so that one would not find the other.
  server: { fs: { allow: ["../.."] } },
  resolve: { dedupe: ["care-coverage"] },
  build: { target: "es2022", rolldownOptions: { input: ["index.html", "react.html", "vue.html"] } },
});

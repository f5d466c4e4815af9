import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The catalogue and the coverage are those of the folder above.
export default defineConfig({ base: "./", plugins: [react()], server: { fs: { allow: [".."] } } });

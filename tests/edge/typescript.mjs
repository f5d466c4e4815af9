// Lets a Node that does not run TypeScript by itself (before 22.18) import that of the template. To be imported before it.
import { register } from "node:module";

if (!process.features.typescript) register("./typescript-hooks.mjs", import.meta.url);

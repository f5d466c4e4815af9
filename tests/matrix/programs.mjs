// The programs that run the golden cases and say what came of them.

/** For runtimes that print. */
export const MODULE = `
  import * as api from "care-coverage";
  import { runGolden } from "./golden.mjs";
  console.log(JSON.stringify(runGolden(api)));`;

export const SCRIPT = `
  const api = require("care-coverage");
  const { runGolden } = require("./golden.cjs");
  console.log(JSON.stringify(runGolden(api)));`;

/** For pages, in addition to the example of the documentation. */
export const PAGE = `
  import * as api from "care-coverage";
  import { runGolden } from "./golden.mjs";
  import "./main.js";
  globalThis.result = runGolden(api);`;

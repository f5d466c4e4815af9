// Where the site is read from and written to, and at which address it will be.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/, "");
/** Pages in Markdown, made by `build.mjs`. */
export const PAGES = `${ROOT}/site/pages`;
export const DIST = `${ROOT}/site/dist`;

const manifest = readFileSync(`${ROOT}/Cargo.toml`, "utf8").split(/^\[/m)[1];
const field = (name) => new RegExp(`^${name} = "(.+)"$`, "m").exec(manifest)?.[1];

export const VERSION = field("version");
/** The public address of the repository, where the crate names one. */
export const REPOSITORY = field("repository")?.replace(/\/$/, "") ?? null;
/** The path at which the site will be served. */
export const BASE = `${new URL(field("homepage") ?? "https://example.org/").pathname.replace(/\/$/, "")}/`;

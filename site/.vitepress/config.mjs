// The site: no font, script or image of another origin, and a search that is part of it.
import { existsSync, readFileSync } from "node:fs";
import { defineConfig } from "vitepress";
import { codeGroups } from "../lib/codes.mjs";
import { GROUPS, pageOf, titleOf } from "../lib/documents.mjs";
import { BASE, DIST, PAGES, REPOSITORY, ROOT, VERSION } from "../lib/places.mjs";

/** The name of a heading in a link, as where the repository is read. */
const headingOf = (text) => text.trim().toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, "").replaceAll(" ", "-");
const documents = GROUPS.map(([text, paths]) => ({ text, collapsed: false, items: paths.map((path) => ({ text: titleOf(path), link: `/${pageOf(path)}` })) }));
const codes = { text: "Codes", collapsed: false, items: codeGroups().map(({ title, codes }) => ({ text: title, collapsed: true, items: codes.map((code) => ({ text: code, link: `/codes/${code}` })) })) };
const api = `${PAGES}/api/typedoc-sidebar.json`;

export default defineConfig({
  title: "care-coverage",
  description: "A rule engine for health insurance: what a coverage pays for, why, and what is wrong with it",
  lang: "en",
  base: BASE,
  srcDir: "pages",
  outDir: DIST,
  cacheDir: `${ROOT}/site/.vitepress/cache`,
  // It is put next to the pages when they are made; a test follows every link.
  ignoreDeadLinks: [/^\/play\//],
  // Documents are Markdown alone: what looks like an element is text.
  markdown: {
    html: false,
    theme: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    anchor: { slugify: headingOf },
  },
  // The index of the search is one file, which is fetched when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 1500 } },
  themeConfig: {
    search: { provider: "local" },
    outline: [2, 3],
    nav: [
      { text: "Guides", link: "/guides/editor" },
      { text: "Codes", link: "/codes" },
      { text: "API", link: "/api/" },
      { text: "Playground", link: "/play/", target: "_self" },
      { text: VERSION, link: "/CHANGELOG" },
    ],
    sidebar: {
      "/api/": [{ text: "API", link: "/api/", items: existsSync(api) ? JSON.parse(readFileSync(api, "utf8")) : [] }],
      "/": [...documents, codes],
    },
    ...(REPOSITORY && { socialLinks: [{ icon: "git", link: REPOSITORY, ariaLabel: "Repository" }] }),
  },
});

// The documents of the repository as pages: README.md is the first one, and a link that leads outside of the site leads to the repository.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { PAGES, REPOSITORY, ROOT } from "./places.mjs";

/** The pages that are documents, as the sidebar lists them: title of the group, then path in the repository. Documents about the
 *  repository itself are not among them. */
export const GROUPS = [
  ["Guides", ["docs/guides/editor.md", "docs/guides/edge.md", "docs/guides/ci.md", "docs/guides/compliance.md", "docs/guides/testing.md", "docs/guides/upgrading.md"]],
  ["Rules", ["docs/coverage.md", "docs/reimbursement.md", "docs/simulation.md", "docs/requirements.md", "docs/dispense.md"]],
  ["Running it", ["docs/git.md", "docs/runtimes.md", "docs/python.md", "docs/data-platforms.md", "docs/stores.md", "docs/speed.md"]],
  ["Reference", ["docs/codes.md", "docs/words.md", "docs/benefit-tables.md", "docs/language.md", "docs/editors.md", "CHANGELOG.md", "SECURITY.md"]],
];
const README = "README.md";

/** Where a document is on the site, or null. */
export function pageOf(document) {
  if (document === README) return "index.md";
  return GROUPS.some(([, documents]) => documents.includes(document)) ? document.replace(/^docs\//, "") : null;
}

export const titleOf = (document) => /^# (.+)$/m.exec(readFileSync(join(ROOT, document), "utf8"))[1];

export function writeDocuments() {
  for (const document of [README, ...GROUPS.flatMap(([, documents]) => documents)]) {
    // A comment is for those who change the file.
    const text = readFileSync(join(ROOT, document), "utf8").replaceAll(/^<!--[^]*?-->\n+/gm, "");
    const whole = document === "docs/codes.md" ? text.replaceAll(/^\| (?:<a id="\w+"><\/a>)?`(\w+)` \|/gm, "| [`$1`](codes/$1.md) |") : text;
    write(pageOf(document), linked(whole, document));
  }
}

/** Writes a page. */
export function write(page, text) {
  mkdirSync(dirname(join(PAGES, page)), { recursive: true });
  writeFileSync(join(PAGES, page), text);
}

/** Links of a document as links of its page. Code is left alone. */
function linked(text, document) {
  const page = pageOf(document);
  return text.replaceAll(/^```[^]*?^```|`[^`]*`|\[((?:`[^`]*`|[^\]`])*)\]\(([^)#\s]+)(#[^)]*)?\)/gm, (whole, label, target, heading = "") => {
    // A page that code-pages.mjs makes, or an address.
    if (!target || /^[a-z]+:/.test(target) || target.startsWith("codes/")) return whole;
    const file = posix.join(posix.dirname(document), target);
    const to = pageOf(file);
    if (to) return `[${label}](${posix.relative(posix.dirname(page), to)}${heading})`;
    return REPOSITORY ? `[${label}](${REPOSITORY}/blob/HEAD/${file}${heading})` : label;
  });
}

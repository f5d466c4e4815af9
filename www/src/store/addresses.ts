/** Where is more to read? The package says where it is from (its `package.json`, read when the page is built). */

declare const PUBLISHED: { package: string; repository: string | null; homepage: string | null };

/** The part of the documentation site that the page is served from, where it is. */
const PLAYGROUND = /\/play\/(?:index\.html)?$/;

function documentationSite(): string | null {
  if (PUBLISHED.homepage !== null) return PUBLISHED.homepage.replace(/\/?$/, "/");
  return PLAYGROUND.test(location.pathname) ? new URL("..", location.href.replace(/[?#].*$/, "")).href : null;
}

/** Null where there is none, or none is known. */
export const addresses = { package: PUBLISHED.package, repository: PUBLISHED.repository, documentation: documentationSite() };

/** A place in the documentation, such as `coverage.html#gaps`; in the repository where there is no site. */
export function documentationOf(page: string): string | null {
  if (addresses.documentation !== null) return new URL(page, addresses.documentation).href;
  return addresses.repository === null ? null : `${addresses.repository}/blob/main/docs/${page.replace(".html", ".md")}`;
}

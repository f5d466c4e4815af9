// What the package says of where it is from. The public address is in one place, `repository` of Cargo.toml, and that of the documentation
// site, where there is one, in `homepage` next to it.

/** What npm needs to attest where the package was built, and shows on its page; nothing where the crate names no repository. `directory`: where in it
 *  the package is, unless it is all of it. */
export function origin({ repository, homepage }, directory) {
  if (!repository) return homepage ? { homepage } : {};
  return {
    repository: { type: "git", url: `git+${repository}.git`, ...(directory && { directory }) },
    homepage: homepage ?? `${repository}#readme`,
    bugs: `${repository}/issues`,
    publishConfig: { access: "public", provenance: true },
  };
}

/** A document of the tarball as a registry shows it: links to files of the repository lead to its public address, as they were at the
 *  release. Without an address they stay relative, and lead to the files next to the document in the tarball. */
export function withPublicLinks(text, repository, version) {
  if (!repository) return text;
  return text.replaceAll(/```[^]*?```|`[^`]*`|\]\((?![a-z]+:|#)([^)]+)\)/g, (whole, path) => (path ? `](${repository}/blob/v${version}/${path})` : whole));
}

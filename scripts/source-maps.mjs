// The source maps of the package: with them a trace points to the lines of pkg-template/, whose text they hold.

/** A map whose sources are named as in the repository, below the package: `../` would lead into whatever is next to it. */
export function placedInPackage(map) {
  const { sources, ...others } = JSON.parse(map);
  return JSON.stringify({ ...others, sources: sources.map((source) => source.replace(/^(?:\.\.\/)+/, "")) });
}

/** A file with its map within, where a translation of it finds it. */
export function withMap(text, map) {
  return text.replace(/\/\/# sourceMappingURL=.+/, `//# sourceMappingURL=data:application/json;base64,${map.toString("base64")}`);
}

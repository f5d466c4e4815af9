// Writes what of the package others wrote: sbom.cdx.json for programs (CycloneDX), THIRD_PARTY.md with the licence texts for people.
// The same sources give the same bytes: no time, no folder of this machine.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { Enums, Models, Serialize, Spec } from "@cyclonedx/cyclonedx-library";
import { thirdParty } from "./third-party.mjs";

export function buildNotices(folder, version) {
  const { parts, direct } = thirdParty();
  writeFileSync(`${folder}/sbom.cdx.json`, `${sbom(folder, version, parts, direct)}\n`);
  writeFileSync(`${folder}/THIRD_PARTY.md`, notices(`care-coverage ${version}`, parts, OF_PACKAGE));
}

const OF_PACKAGE = `the crates that \`core.wasm\` and \`amounts.wasm\` are compiled from, Rust's standard library, and \`idb\`, which
\`stores/indexeddb.js\` has a copy of. A *macro* runs in the compiler; what it writes is in the module. For programs: \`sbom.cdx.json\`.`;

function sbom(folder, version, parts, direct) {
  const { Component, HashDictionary, LicenseExpression, LicenseRepository } = Models;
  const licenses = (expression) => new LicenseRepository([new LicenseExpression(expression)]);
  const purl = `pkg:npm/care-coverage@${version}`;
  const own = new Component(Enums.ComponentType.Library, "care-coverage", { version, purl, bomRef: purl, licenses: licenses("MIT OR Apache-2.0") });
  for (const name of ["core.wasm", "amounts.wasm"]) {
    const hash = createHash("sha256").update(readFileSync(`${folder}/${name}`)).digest("hex");
    const hashes = new HashDictionary([["SHA-256", hash]]);
    own.components.add(new Component(Enums.ComponentType.File, name, { bomRef: name, hashes }));
  }

  const components = new Map(parts.map((part) => [part.ref, new Component(Enums.ComponentType.Library, part.name, {
    version: part.version,
    bomRef: part.ref,
    purl: part.purl,
    cpe: part.cpe,
    // A macro runs in the compiler.
    scope: part.isMacro ? Enums.ComponentScope.Excluded : Enums.ComponentScope.Required,
    licenses: licenses(part.license),
    hashes: new HashDictionary(part.hash ? [part.hash] : []),
  })]));
  const link = (from, refs) => refs.forEach((ref) => from.dependencies.add(components.get(ref).bomRef));
  link(own, direct);
  for (const { ref, needs } of parts) link(components.get(ref), needs);

  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: own }), components: new Models.ComponentRepository(components.values()) });
  return new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6)).serialize(bom, { sortLists: true, space: 2 });
}

/** `of`: the package and its version; `holds`: what of it others wrote. */
export function notices(of, parts, holds) {
  const rows = parts.map(({ name, version, license, isMacro }) => `| ${name} | ${version} | ${license} |${isMacro ? " macro" : ""} |`);
  const texts = new Map();
  for (const { name, version, texts: files } of parts) {
    for (const { file, text } of files) {
      const lines = text.replaceAll("\r\n", "\n").split("\n").map((line) => line.trimEnd()).join("\n").replace(/^\n+|\n+$/g, "");
      texts.set(lines, [...(texts.get(lines) ?? []), `${name} ${version} (${file})`]);
    }
  }
  const ofRust = parts.some(({ name }) => name === "rust-std")
    ? "What Rust's standard library is itself made of is in the file `COPYRIGHT-library.html` of each release of Rust.\n"
    : "";
  return `# Third-party software in ${of}

What others wrote and this package holds: ${holds}
${ofRust}
| name | version | licence | |
|---|---|---|---|
${rows.join("\n")}

## Licences and copyright notices
${[...texts].map(([text, names]) => `\n### ${names.join(", ")}\n\n${fenced(text)}\n`).join("")}`;
}

/** A block of code, whatever the text holds. */
function fenced(text) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

/** A simulation as a module of JavaScript: in workers, so that a file may be of any size. Coverages are made by the worker, too. */
import { type Call, literal, type SimulatedCoverage } from "./call";

export function simulationInJavaScript({ claims, sides, asked, options }: Extract<Call, { ask: "simulate" }>): string {
  const coverages = [...sides.current, ...(sides.draft ?? [])];
  const catalogs = [...new Set(coverages.map(({ catalog }) => catalog))];
  const read = (file: string) => `import ${nameOf(file)} from "./${file}" with { type: "json" };`;
  const files = [...new Set([...catalogs, ...coverages.map(({ file }) => file), ...Object.values(asked.files)])];
  const list = (side: readonly SimulatedCoverage[]) => (side.length === 1 ? coverageOf(side[0]!) : `[${side.map(coverageOf).join(", ")}]`);
  const others = Object.keys(asked.files);
  return `${[
    'import { openAsBlob } from "node:fs";',
    'import { createCoverageWorker } from "care-coverage/worker";',
    ...files.map(read),
    "",
    `const file = await openAsBlob(${JSON.stringify(claims.name)});`,
    ...(claims.encoding === "utf-8" ? [] : [`const text = new Blob([new TextDecoder("${claims.encoding}").decode(await file.arrayBuffer())]);`]),
    ...(claims.header === null ? [] : ["// With the names of our fields in place of the header."]),
    ...(claims.header === null ? [] : [`const claims = new Blob([${JSON.stringify(claims.header)}, ${claims.encoding === "utf-8" ? "file" : "text"}.slice(${claims.headerBytes})]);`]),
    "",
    "const worker = await createCoverageWorker();",
    ...catalogs.map((file) => `const ${catalogOf(file)} = await worker.createCatalog(${nameOf(file)}${options ? `, ${literal(options)}` : ""});`),
    ...[...new Set(coverages.map(({ file }) => file))].map((file) => {
      const { catalog } = coverages.find((coverage) => coverage.file === file)!;
      return `const ${coverageOf({ file })} = await ${catalogOf(catalog)}.compileCoverage(${nameOf(file)});`;
    }),
    `const options = { format: "${claims.format}", by: ${JSON.stringify(asked.by)}${others.map((name) => `, ${name}`).join("")} };`,
    `const answer = await worker.simulate(${list(sides.current)}, ${sides.draft ? list(sides.draft) : "null"}, ${claims.header !== null ? "claims" : claims.encoding === "utf-8" ? "file" : "text"}, options);`,
    "await worker.close();",
    "console.log(JSON.stringify(answer, null, 2));",
  ].join("\n")}\n`;
}

/** `draft-option-1.json` is `draftOption1`. */
function camel(file: string): string {
  const [first, ...words] = file.replace(/\..*$/, "").split("-");
  return first + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}

/** What is read of a file; documents are no objects of the package yet. */
function nameOf(file: string): string {
  const name = camel(file);
  return name === "mapping" || name === "headings" ? name : `${name}${name.toLowerCase().endsWith("catalog") ? "Lists" : "Payload"}`;
}

const catalogOf = camel;

function coverageOf({ file }: { file: string }): string {
  return camel(file);
}

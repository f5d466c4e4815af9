/** A simulation as a program in Python, which has all claims in memory: a text as it is, Parquet and Arrow as a table. */
import type { Call, OfSimulation, SimulatedCoverage } from "./call";
import { keywords, PRINTED } from "./python-text";

export function simulationInPython({ claims, sides, asked, options }: Extract<Call, { ask: "simulate" }>): string {
  const coverages = [...sides.current, ...(sides.draft ?? [])];
  const catalogs = [...new Set(coverages.map(({ catalog }) => catalog))];
  const read = (file: string) => `json.loads(Path("${file}").read_bytes())`;
  const list = (side: readonly SimulatedCoverage[]) => (side.length === 1 ? nameOf(side[0]!.file) : `[${side.map(({ file }) => nameOf(file)).join(", ")}]`);
  const isText = claims.format === "csv" || claims.format === "ndjson";
  const others = Object.entries(asked.files).map(([name, file]) => `${name}=${read(file)}`);
  const own = keywords({ ...(isText && { format: claims.format }), ...(asked.by.length > 0 && { by: asked.by }) });
  return `${[
    "import json",
    "from pathlib import Path",
    "",
    ...(claims.format === "parquet" ? ["import pyarrow.parquet"] : claims.format === "arrow" ? ["import pyarrow"] : []),
    "from care_coverage import CareTypeCatalog, simulate",
    "",
    ...catalogs.map((file) => `${nameOf(file)} = CareTypeCatalog(${[read(file), ...keywords(options ?? {})].join(", ")})`),
    ...[...new Set(coverages.map(({ file }) => file))].map((file) => {
      const { catalog } = coverages.find((coverage) => coverage.file === file)!;
      return `${nameOf(file)} = ${nameOf(catalog)}.compile_coverage(${read(file)})`;
    }),
    ...reading(claims),
    `answer = simulate(${[list(sides.current), sides.draft ? list(sides.draft) : "None", "claims", ...own, ...others].join(", ")})`,
    ...PRINTED,
  ].join("\n")}\n`;
}

function reading({ name, format, encoding, header, headerBytes }: OfSimulation["claims"]): string[] {
  const file = JSON.stringify(name);
  if (format === "parquet") return [`claims = pyarrow.parquet.read_table(${file})`];
  if (format === "arrow") return [`claims = pyarrow.ipc.open_file(${file}).read_all()`];
  const decoded = encoding === "utf-8" ? "" : `.decode("${encoding}").removeprefix("\\ufeff").encode()`;
  return [
    `claims = Path(${file}).read_bytes()${decoded}`,
    ...(header === null ? [] : ["# With the names of our fields in place of the header.", `claims = ${JSON.stringify(header)}.encode() + claims[${headerBytes}:]`]),
  ];
}

/** `draft-option-1.json` is `draft_option_1`. */
function nameOf(file: string): string {
  return file.replace(/\..*$/, "").replaceAll("-", "_");
}

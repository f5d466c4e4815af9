// SARIF 2.1.0, which code hosts read.
import { pathToFileURL } from "node:url";
import type { TextRange } from "care-coverage/slim";
import { inLanguage } from "../kit/framed.ts";
import type { Report } from "./report.ts";

declare const VERSION: string;

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

export function asSarif({ files, language }: Report): string {
  const codes = [...new Set(files.flatMap(({ found }) => found.map(({ code }) => code)))].sort();
  const results = files.flatMap(({ file, text, found }) => inLanguage(found, language).map(({ code, severity, message, mark, range, pointer, related }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file), region: region(text, mark, range) }, logicalLocations: [{ fullyQualifiedName: pointer || "/" }] }],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id, message: { text: other.message }, physicalLocation: { artifactLocation: artifact(file), region: region(text, other.range, other.range) },
      })),
    }),
  })));
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: { driver: { name: "care-coverage", semanticVersion: VERSION, rules: codes.map((id) => ({ id, name: id })) } },
      columnKind: "utf16CodeUnits",
      artifacts: files.map(({ file }) => ({ location: artifact(file) })),
      results,
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** Relative to where the program is called, so that a host finds it in the repository. */
function artifact(file: string): { uri: string } {
  const folder = `${pathToFileURL(process.cwd()).href}/`;
  const { href } = pathToFileURL(file);
  return { uri: href.startsWith(folder) ? href.slice(folder.length) : href };
}

/** What is underlined, of at least one character where there is one. */
function region(text: string, mark: TextRange, range: TextRange) {
  const at = mark.end > mark.start ? mark : range;
  const length = Math.max(0, text.slice(at.start, at.end).split(/\r\n|\r|\n/)[0]!.length);
  return { startLine: at.line, startColumn: at.column, endLine: at.line, endColumn: at.column + length, charOffset: at.start, charLength: Math.max(0, at.end - at.start) };
}

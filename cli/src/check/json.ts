// For programs: one object, with the diagnostics of the engine in the language.
import { inLanguage } from "../kit/framed.ts";
import { counted } from "./report.ts";
import type { Report } from "./report.ts";

export function asJson({ files, language }: Report): string {
  const { error: errors, warning: warnings, info: hints } = counted(files);
  const shown = files.map(({ file, found, fixed }) => ({
    file, fixed,
    diagnostics: inLanguage(found, language).map(({ edits: _, ...diagnostic }) => diagnostic),
  }));
  return `${JSON.stringify({ version: 1, summary: { files: files.length, errors, warnings, hints }, files: shown }, null, 2)}\n`;
}

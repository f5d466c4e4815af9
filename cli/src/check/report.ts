// What was found in each file, and how it is written in each format.
import type { Severity, TextDiagnostic } from "care-coverage/slim";
import type { Language, Words } from "../kit/words.ts";

export interface Checked { file: string; text: string; found: TextDiagnostic[]; fixed: number }

export interface Report { files: Checked[]; language: Language; words: Words; color: boolean }

export const FORMATS = ["text", "json", "sarif", "github", "junit"] as const;
export type Format = (typeof FORMATS)[number];

export function counted(files: readonly Checked[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { found } of files) for (const { severity } of found) counts[severity] += 1;
  return counts;
}

export async function written(format: Format, report: Report): Promise<string> {
  switch (format) {
    case "text": return (await import("./text.ts")).asText(report);
    case "json": return (await import("./json.ts")).asJson(report);
    case "sarif": return (await import("./sarif.ts")).asSarif(report);
    case "github": return (await import("./github.ts")).asGithub(report);
    case "junit": return (await import("./junit.ts")).asJunit(report);
  }
}

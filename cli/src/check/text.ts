// Code frames, for a terminal.
import { framed } from "../kit/framed.ts";
import type { Report } from "./report.ts";

export function asText({ files, language, color }: Report): string {
  return files.filter(({ found }) => found.length > 0).map((file) => `${framed(file, file.found, { language, color })}\n\n`).join("");
}

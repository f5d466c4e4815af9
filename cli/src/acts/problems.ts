// Rows that could not be read, said to people as they are found: by the line of the text, or by their number where there are no lines.
import type { InvalidRow } from "care-coverage/slim";
import { put } from "../kit/output.ts";
import type { Words } from "../kit/words.ts";
import type { Problem } from "./row.ts";

export function sayProblems(file: string, line: number | null, row: number, problems: readonly Problem[], { actsWords }: Words): void {
  const at = line === null ? `${file} (${actsWords.row(row)})` : `${file}:${line}`;
  put(2, problems.map(({ code, pointer, column, message }) => `${at}: ${[code, column ?? pointer].filter(Boolean).join(" ")}${code || column || pointer ? ": " : ""}${message}\n`).join(""));
}

export function problemOf({ code, column, message }: Pick<InvalidRow, "code" | "column" | "message">): Problem {
  return { code, column, message };
}

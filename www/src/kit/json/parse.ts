/**
 * Where does a text stop being JSON?
 *
 * Browsers word syntax errors differently and some give no place, so the text is read again here when `JSON.parse` refuses it.
 */
import { type Expected, readTree, type Tree } from "./tree";

export interface Mistake {
  offset: number;
  line: number;
  column: number;
  expected: Expected;
  /** A comma is before a closing bracket or brace. */
  trailingComma: boolean;
  /** The character found instead, or null at the end of the text. */
  found: string | null;
}

export type Parsed = { ok: true; value: unknown } | { ok: false; mistake: Mistake };

/** `treeOf`: where the text is read already. */
export function parseJson(text: string, treeOf: () => Tree = () => readTree(text)): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, mistake: findMistake(text, treeOf()) };
  }
}

/** 1-based line and column of an offset. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function findMistake(text: string, { stop }: Tree): Mistake {
  const { offset, expected } = stop ?? { offset: text.length, expected: "end" as const };
  const found = offset < text.length ? String.fromCodePoint(text.codePointAt(offset)!) : null;
  const trailingComma = (found === "}" || found === "]") && text.slice(0, offset).trimEnd().endsWith(",");
  return { offset, ...placeOf(text, offset), expected, trailingComma, found };
}

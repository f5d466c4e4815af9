/** Where in a text is a problem, and what does its fix do? */
import type { Diagnostic } from "../../engine/engine";
import { segmentsOf, type Span } from "../../kit/json/tree";
import type { TextDocument } from "../../store/text-document";
import { problemWords } from "./words";

/** What a fix does, as the words of a button. */
export function fixWords(fix: NonNullable<Diagnostic["fix"]>): string {
  const [first, second] = fix;
  if (!first || second) return problemWords.fix.several(fix.length);
  const name = segmentsOf(first.path).at(-1) ?? "";
  if (first.op === "remove") return problemWords.fix.remove;
  if (first.op === "move") return problemWords.fix.rename(name);
  if (first.op === "add") return problemWords.fix.add(name);
  return problemWords.fix.replace(typeof first.value === "string" ? first.value : JSON.stringify(first.value));
}

/** What the editor marks as the place of a problem, and where a jump leads. An object that lacks something is shown by its first line. */
export function spanOf(document: TextDocument, { pointer, range }: Pick<Diagnostic, "pointer" | "range">): Span {
  const around = range ?? document.spanOf(pointer) ?? { start: 0, end: 0 };
  const lineEnd = document.read.value.indexOf("\n", around.start);
  return { start: around.start, end: lineEnd < 0 ? around.end : Math.max(around.start, Math.min(around.end, lineEnd)) };
}

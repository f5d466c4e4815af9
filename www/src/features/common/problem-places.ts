/** Where in a text is a problem? */
import type { Diagnostic } from "../../engine/engine";
import type { Span } from "../../kit/json/tree";
import type { TextDocument } from "../../store/text-document";

/** What the editor marks as the place of a problem, and where a jump leads. An object that lacks something is shown by its first line. */
export function spanOf(document: TextDocument, { pointer, range, mark }: Pick<Diagnostic, "pointer" | "range" | "mark">): Span {
  const around = mark ?? range ?? document.spanOf(pointer) ?? { start: 0, end: 0 };
  const lineEnd = document.read.value.indexOf("\n", around.start);
  return { start: around.start, end: lineEnd < 0 ? around.end : Math.max(around.start, Math.min(around.end, lineEnd)) };
}

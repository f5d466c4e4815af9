/** Ways to places in the text of the coverage. */
import { batch } from "@preact/signals";
import type { Span } from "../../kit/json/tree";
import { view } from "../../store/page";
import { documents } from "../../store/work";

export function showInText(pointer: string): void {
  const span = documents.coverage.spanOf(pointer);
  if (span) showSpan(span);
}

export function showSpan({ start, end }: Span): void {
  location.hash = "coverage";
  batch(() => {
    view.value = "coverage";
    documents.coverage.focus.value = { start, end };
  });
}

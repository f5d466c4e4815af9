/** Long lists: a search box, a part at a time, and parts that are drawn only once they are unfolded. */
import { useEditor } from "./editor";
import type { ComponentChildren } from "preact";
import { commonWords } from "./words";

/** A list longer than this has a search box. */
export const SEARCHED_FROM = 10;

export function SearchBox({ list, label }: { list: string; label: string }) {
  const editor = useEditor();
  const { typed } = editor.listState(list);
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed.value}
      onInput={(event) => (typed.value = event.currentTarget.value)}
    />
  );
}

/** The button under a list of which `shown` are shown. */
export function More({ list, length, shown, step }: { list: string; length: number; shown: number; step: number }) {
  const editor = useEditor();
  if (length <= shown) return null;
  const next = Math.min(step, length - shown);
  return (
    <p>
      <button type="button" onClick={() => (editor.listState(list).shown.value = shown + next)}>
        {commonWords.showMore(next)}
      </button>
    </p>
  );
}

interface Folded {
  /** Names the part. */
  part: string;
  class?: string;
  summary: ComponentChildren;
  children: () => ComponentChildren;
  /** Unfolds it, if it is not. */
  isNeeded?: boolean;
}

/** A part that costs nothing while it is folded: a list may have thousands of them, each with thousands of lines. */
export function Unfolding({ part, class: className, summary, children, isNeeded = false }: Folded) {
  const editor = useEditor();
  const isOpen = editor.isUnfolded(part);
  const isShown = isOpen.value || isNeeded;
  return (
    <details key={part} class={className} open={isShown} onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{summary}</summary>
      {isShown && children()}
    </details>
  );
}

/** Long lists: a search box, a part at a time, and parts that are drawn only once they are unfolded. */
import { commonWords } from "./words";
import type { ComponentChildren } from "preact";
import { getState, update, type State } from "../../store/state";

/** A list longer than this has a search box. */
export const SEARCHED_FROM = 10;

/** `list` names the list; what is typed is `state.searches[list]`. */
export function searchBox(list: string, label: string, typed: string): ComponentChildren {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      onInput={(event: Event) => {
        const { searches } = getState();
        update({ searches: { ...searches, [list]: (event.target as HTMLInputElement).value } });
      }}
    />
  );
}

/** The button under a list of which `shown` are shown: `state.shown[list]` grows by a step. */
export function more(list: string, length: number, shown: number, step: number): ComponentChildren {
  if (length <= shown) return null;
  const next = Math.min(step, length - shown);
  return (
    <p>
      <button type="button" onClick={() => update({ shown: { ...getState().shown, [list]: shown + next } })}>
        {commonWords.showMore(next)}
      </button>
    </p>
  );
}

/** A part that costs nothing while it is folded: a list may have thousands of them, each with thousands of lines. */
export function unfolding(
  state: State,
  key: string,
  props: Record<string, unknown>,
  summary: ComponentChildren,
  body: () => ComponentChildren,
): ComponentChildren {
  const open = state.unfolded.has(key);
  const toggled = (event: Event) => {
    // `toggle` also comes when the page itself unfolds it.
    const isOpen = (event.target as HTMLDetailsElement).open;
    if (isOpen !== getState().unfolded.has(key)) unfold(key, isOpen);
  };
  return (
    <details {...props} key={key} open={open} onToggle={toggled}>
      <summary>{summary}</summary>
      {open && body()}
    </details>
  );
}

export function unfold(key: string, open: boolean): void {
  const unfolded = new Set(getState().unfolded);
  if (open) unfolded.add(key);
  else unfolded.delete(key);
  update({ unfolded });
}

/** What helps in the first minute, with an example in hand: a hint at a time is put away, for good; they are a part of the page and cover nothing. */
import { batch } from "@preact/signals";
import { isExample } from "../features/documents/words";
import { dismissedHints, dismissHint, hintsAreAsked } from "../store/hints";
import { documents } from "../store/work";
import { shellWords } from "./words";

const CALLOUTS = ["example", "question", "views", "document"] as const;

/** The next one takes the focus, so that all can be put away by the same key. */
function dismiss(name: string, button: HTMLElement): void {
  const list = button.closest("ul");
  batch(() => dismissHint(name));
  setTimeout(() => (list?.isConnected ? list.querySelector("button") : document.querySelector<HTMLElement>("main"))?.focus());
}

export function Callouts() {
  const isOfExample = isExample(documents.coverage.loaded.value) && isExample(documents.catalog.loaded.value);
  const isMeant = (name: (typeof CALLOUTS)[number]) => isOfExample || (hintsAreAsked.value && name !== "example");
  const shown = CALLOUTS.filter((name) => isMeant(name) && !dismissedHints.value.includes(name));
  if (shown.length === 0) return null;
  return (
    <aside class="callouts no-print" aria-label={shellWords.callouts.label}>
      <ul>
        {shown.map((name) => (
          <li key={name}>
            <p>{shellWords.callouts[name]}</p>
            <button type="button" class="quiet" aria-label={shellWords.callouts.dismiss} title={shellWords.callouts.dismiss} onClick={(event) => dismiss(name, event.currentTarget)}>
              ✕
            </button>
          </li>
        ))}
      </ul>
    </aside>
  );
}

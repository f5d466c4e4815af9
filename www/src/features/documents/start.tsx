/** What is on a view while there is nothing to show? What it answers, the ways to load something, and the examples. */
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { dialog, view } from "../../store/page";
import { loadExample, newCoverage } from "./actions";
import { EXAMPLE_NAMES } from "./examples";
import { OpenAndPaste } from "./ways-in";
import { exampleWords, loadedWords, menuWords, startWords } from "./words";

interface Props {
  lead: string;
  /** What only this view offers, first. */
  other?: ComponentChildren;
}

export function StartPanel({ lead, other }: Props) {
  const panel = useRef<HTMLElement>(null);
  useLayoutEffect(() => () => passFocusOn(panel.current), []);
  return (
    <section class="start" ref={panel}>
      <div class="start-lead">
        <h2>{startWords.titles[view.value]}</h2>
        <p>{lead}</p>
        <div class="bar">
          {other}
          <button type="button" class={other ? undefined : "primary"} onClick={() => void loadExample()}>
            {loadedWords.example}
          </button>
          <button type="button" onClick={() => void newCoverage()}>
            {menuWords.new}
          </button>
          <OpenAndPaste target="hand" />
          <button type="button" onClick={() => (dialog.value = "versions")}>
            {loadedWords.versions}
          </button>
        </div>
        <p class="hint">{loadedWords.openHint}</p>
      </div>
      <div class="start-examples">
        <h3>{menuWords.examples}</h3>
        <ul>
          {EXAMPLE_NAMES.map((name) => (
            <li>
              <button type="button" class="link" onClick={() => void loadExample(name)}>
                {exampleWords[name].title}
              </button>
              <p class="hint">{exampleWords[name].about}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The button that was pressed goes with the panel; what comes in its place takes the focus. */
export function passFocusOn(panel: HTMLElement | null): void {
  if (!panel?.contains(document.activeElement)) return;
  setTimeout(() => {
    if (document.activeElement === document.body && document.querySelector("dialog[open]") === null) document.querySelector<HTMLElement>("main")?.focus();
  });
}

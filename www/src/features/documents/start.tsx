/** What is on a view while there is nothing to show? The ways to load something. */
import type { ComponentChildren } from "preact";
import { Sources } from "./ways-in";
import { loadedWords, startWords } from "./words";

/** `other`: a way that only this view offers. */
export function StartPanel({ lead, other }: { lead: string; other?: ComponentChildren }) {
  return (
    <section class="start">
      <h2>{startWords.title}</h2>
      <p>{lead}</p>
      <div class="bar">
        <Sources emphasis="example" />
        {other}
      </div>
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

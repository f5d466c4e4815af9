/** What stands on a view while there is nothing to show? The ways to load something. */
import { loadedWords, startWords } from "./words";
import type { ComponentChildren } from "preact";
import { sources } from "../../shell/header";

/** `other`: a way that only this view offers. */
export function startPanel(lead: string, other?: ComponentChildren): ComponentChildren {
  return (
    <section class="start">
      <h2>{startWords.title}</h2>
      <p>{lead}</p>
      <div class="bar">
        {sources("example")}
        {other}
      </div>
      <p class="hint">{loadedWords.openHint}</p>
    </section>
  );
}

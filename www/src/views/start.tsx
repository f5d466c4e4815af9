/** What stands on a view while there is nothing to show? The ways to load something. */
import type { ComponentChildren } from "preact";
import { sources } from "../header";
import { messages as m } from "../messages";

/** `other`: a way that only this view offers. */
export function startPanel(lead: string, other?: ComponentChildren): ComponentChildren {
  return (
    <section class="start">
      <h2>{m.start.title}</h2>
      <p>{lead}</p>
      <div class="bar">
        {sources("example")}
        {other}
      </div>
      <p class="hint">{m.loaded.openHint}</p>
    </section>
  );
}

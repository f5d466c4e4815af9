/** A part of the page that is fetched when it is first drawn: what is there until then, and when it cannot be fetched? */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { useEditor } from "./editor";
import { laterWords } from "./words";

export function later<P extends object>(fetch: () => Promise<ComponentType<P>>): ComponentType<P> {
  const fetched = signal<{ part: ComponentType<P> } | "none" | "loading" | "failed">("none");
  const load = () => {
    fetched.value = "loading";
    fetch().then(
      (part) => (fetched.value = { part }),
      () => (fetched.value = "failed"),
    );
  };
  return function Later(props: P) {
    // Where it failed, each mount tries again.
    useState(() => {
      const before = fetched.peek();
      if (before === "none" || before === "failed") load();
    });
    const { reload } = useEditor().surroundings;
    const state = fetched.value;
    if (typeof state === "object") return <state.part {...props} />;
    if (state !== "failed") {
      return (
        <p class="empty" role="status">
          {laterWords.loading}
        </p>
      );
    }
    return (
      <div class="card bad-card" role="alert">
        <p>{reload ? laterWords.failed : laterWords.partFailed}</p>
        <p>
          <button type="button" onClick={reload ?? load}>
            {reload ? laterWords.retry : laterWords.again}
          </button>
        </p>
      </div>
    );
  };
}

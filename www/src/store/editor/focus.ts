/** Which control is asked to take the focus? By its id. */
import { type ReadonlySignal, signal } from "@preact/signals";

export interface Focus {
  asked: ReadonlySignal<{ id: string; request: object } | null>;
  focusOn: (id: string) => void;
  /** The request of the control with this id; null where another one is asked, or none. */
  focusOf: (id: string) => object | null;
}

export function createFocus(): Focus {
  const asked = signal<{ id: string; request: object } | null>(null);
  return {
    asked,
    focusOn: (id) => {
      asked.value = { id, request: {} };
    },
    focusOf: (id) => (asked.value?.id === id ? asked.value.request : null),
  };
}

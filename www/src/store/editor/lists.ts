/** What is typed into the search boxes of lists, how much of each is shown, and what is unfolded; by the names of the lists and parts. */
import { signal, type Signal } from "@preact/signals";

export interface ListState {
  typed: Signal<string>;
  /** How many rows are shown, where it is more than at first. */
  shown: Signal<number | null>;
}

export interface Lists {
  listState: (list: string) => ListState;
  isUnfolded: (part: string) => Signal<boolean>;
}

export function createLists(): Lists {
  const lists = new Map<string, ListState>();
  const parts = new Map<string, Signal<boolean>>();
  return {
    listState: (list) => {
      let state = lists.get(list);
      if (!state) lists.set(list, (state = { typed: signal(""), shown: signal<number | null>(null) }));
      return state;
    },
    isUnfolded: (part) => {
      let unfolded = parts.get(part);
      if (!unfolded) parts.set(part, (unfolded = signal(false)));
      return unfolded;
    },
  };
}

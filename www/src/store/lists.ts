/** What is typed into the search boxes of lists, how much of each is shown, and what is unfolded; by the names of the lists and parts. */
import { signal, type Signal } from "@preact/signals";

export interface ListState {
  typed: Signal<string>;
  /** How many rows are shown, where it is more than at first. */
  shown: Signal<number | null>;
}

const lists = new Map<string, ListState>();
const parts = new Map<string, Signal<boolean>>();

export function listState(list: string): ListState {
  let state = lists.get(list);
  if (!state) lists.set(list, (state = { typed: signal(""), shown: signal<number | null>(null) }));
  return state;
}

export function isUnfolded(part: string): Signal<boolean> {
  let unfolded = parts.get(part);
  if (!unfolded) parts.set(part, (unfolded = signal(false)));
  return unfolded;
}

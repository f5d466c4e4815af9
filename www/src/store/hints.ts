/** Which hints has a person put away? Kept in the browser. */
import { signal } from "@preact/signals";
import { keep, stored } from "./storage";

const HINTS = "care-coverage:hints";

export const dismissedHints = signal<readonly string[]>(storedHints());

export function dismissHint(name: string): void {
  keepHints([...dismissedHints.value, name]);
}

/** Somebody has asked for them since the page was opened. */
export const hintsAreAsked = signal(false);

export function showAllHints(): void {
  hintsAreAsked.value = true;
  keepHints([]);
}

function keepHints(names: readonly string[]): void {
  dismissedHints.value = names;
  keep(() => localStorage, HINTS, JSON.stringify(names));
}

function storedHints(): string[] {
  try {
    const names: unknown = JSON.parse(stored(() => localStorage, HINTS) ?? "[]");
    return Array.isArray(names) ? names.filter((name) => typeof name === "string") : [];
  } catch {
    return [];
  }
}

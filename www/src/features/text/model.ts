/** The text editor: fetched when a view edits text; until then, and without it, a plain text area does. */
import { signal } from "@preact/signals";

export const editor = signal<"none" | "loading" | "ready" | "failed">("none");
/** Where the cursor is, in which of the texts; null until it has been in one. */
export const cursor = signal<{ name: string; offset: number } | null>(null);
/** The list of commands and keys is shown. */
export const isHelpShown = signal(false);

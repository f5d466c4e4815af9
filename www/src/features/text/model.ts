/** The text editor: fetched when a view edits text; until then, and without it, a plain text area does. */
import { signal } from "@preact/signals";

export const editor = signal<"none" | "loading" | "ready" | "failed">("none");
export const editorHistory = signal({ canUndo: false, canRedo: false });

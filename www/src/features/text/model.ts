/** The text editor: fetched when a view edits text; until then, and without it, a plain text area does. */
import { signal } from "@preact/signals";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";

export const textEditor = signal<"none" | "loading" | "ready" | "failed">("none");
/** Where the cursor is, in which of the texts; null until it has been in one. */
export const cursor = perEditor(() => signal<{ name: string; offset: number } | null>(null));
/** The list of commands and keys is shown. */
export const isHelpShown = perEditor(() => signal(false));

let given = 0;
const numberOf = perEditor(() => (given += 1));

/** What a text is called in the text editor, which knows those of all editors of a page. */
export const nameOf = (editor: Editor, name: string) => `${numberOf(editor)}/${name}`;

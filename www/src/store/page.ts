/** What does the page show, apart from the work in hand? */
import { signal } from "@preact/signals";
import { createFocus } from "./editor/focus";
import type { LastFix, Notice, View } from "./types";

export const view = signal<View>("table");
export const notice = signal<Notice | null>(null);
export function say(said: Notice | null): void {
  notice.value = said;
}
export const dialog = signal<"paste" | "share" | "versions" | "words" | "code" | null>(null);
/** The last change of a text, when it was a fix. The next problem takes the focus. */
export const lastFix = signal<LastFix | null>(null);
export const focus = createFocus();
export const { asked: controlFocus, focusOn, focusOf } = focus;
/** All texts are read again when this is another, after a failure of the engine. */
export const attempt = signal<object>({});

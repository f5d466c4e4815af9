/** Which call is shown as code, in which language, and whether the drawer is open. */
import { signal } from "@preact/signals";
import type { Call } from "./call";
import type { CodeLanguage } from "./languages";

/** Of the dialog. */
export const shownCall = signal<Call | null>(null);
export const codeLanguage = signal<CodeLanguage>("javascript");
/** *How this works* is next to the view. */
export const isDrawerOpen = signal(false);

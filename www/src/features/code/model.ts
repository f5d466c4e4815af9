/** Which call is shown as code, in which language, and whether the drawer is open. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Call } from "./call";
import type { CodeLanguage } from "./languages";

/** Of the dialog. */
export const shownCall = signal<Call | null>(null);
export const codeLanguage = signal<CodeLanguage>("javascript");
/** Of a view that is fetched when it is opened: until then it has none. */
export const complianceCall = signal<ReadonlySignal<Call | null> | null>(null);
/** Likewise, of what was simulated. */
export const simulationCall = signal<ReadonlySignal<Call | null> | null>(null);
/** *How this works* is next to the view. */
export const isDrawerOpen = signal(false);

/** What the page says to the editor's element, and what it is asked by its parts. */
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { careCoverage, Problem } from "care-coverage/codemirror";
import type { FocusRequest } from "../focus";

/** A problem at its place in the text, a part of one line. */
export type Mark = Problem;
/** Answers what an editor asks of a text. */
export type LanguageService = Parameters<typeof careCoverage>[0];
export type Edits = readonly { start: number; end: number; text: string }[];

export interface EditorConfig {
  /** Tells the documents of the page apart. */
  name: string;
  label: string;
  text: string;
  /** The problems, and the text they are of: they are shown once that is the text in the editor. */
  marks: readonly Mark[];
  marksText: string;
  focus: FocusRequest | null;
  /** So many characters somebody may type or paste. */
  longest: number;
  /** The editor's own words in another language. */
  phrases: Record<string, string>;
  /** Null for a text of which nothing is known but JSON. */
  service: LanguageService | null;
  onchange: (text: string) => void;
  /** What a fix, another name or an action makes of the text that is in the editor. */
  onedits: (edits: Edits) => void;
  /** A change that would make the text too long was left out. */
  onfull: () => void;
  /** Where the cursor is now. */
  oncursor: (offset: number) => void;
  onundo: () => void;
  onredo: () => void;
  onsave: () => void;
  onformat: () => void;
  /** The list of commands is asked for. */
  onhelp: () => void;
}

export interface EditorElement extends HTMLElement {
  config: EditorConfig | null;
  changed(update: ViewUpdate): void;
}

export function hostOf(view: EditorView): EditorElement {
  return (view.root as ShadowRoot).host as EditorElement;
}

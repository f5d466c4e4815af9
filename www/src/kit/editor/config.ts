/** What the page says to the editor's element, and what it is asked by its parts. */
import type { EditorView, ViewUpdate } from "@codemirror/view";
import type { FocusRequest } from "../focus";
import type { Mark } from "./marks";

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
  onchange: (text: string) => void;
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

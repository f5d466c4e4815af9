/**
 * `<care-editor>`: a JSON text with its problems marked. It is loaded when a view edits text.
 *
 * The editor is in a shadow root: there CodeMirror adopts its style sheets, which a strict content security policy allows. It has no history
 * of its own: what is undone is the page's to say, by setting another text. There is one editor on the page at a time; the selection and what
 * is folded in a document outlive the element, so that another view may come between.
 */
import { type ChangeSpec, EditorState, type StateEffect } from "@codemirror/state";
import { EditorView, type ViewUpdate } from "@codemirror/view";
import { showProblems } from "care-coverage/codemirror";
import type { FocusRequest } from "../focus";
import { type Command, COMMANDS } from "./commands";
import type { EditorConfig, EditorElement, Mark } from "./config";
import { fromPage, inWordsOf, isTooLongIn, setup, speak } from "./setup";

export { COMMAND_KEYS } from "./commands";
export type { Command, EditorConfig, Mark };

/** What is kept of a document while it is in no editor. */
const kept = new Map<string, { state: EditorState; scroll: StateEffect<unknown> }>();
const lastFocus = new Map<string, FocusRequest | null>();

export class TextEditor extends HTMLElement implements EditorElement {
  #config: EditorConfig | null = null;
  #view: EditorView | null = null;
  #text = "";
  #marks: readonly Mark[] | null = null;

  /** The text as it is in the editor. */
  get value(): string {
    return this.#text;
  }

  get config(): EditorConfig | null {
    return this.#config;
  }

  set config(config: EditorConfig | null) {
    const before = this.#config;
    this.#config = config;
    if (!config) return;
    this.#view ??= this.#open(config);
    this.#take(this.#view, config);
    if (config.marks !== this.#marks && config.marksText === this.#text) setTimeout(() => this.#mark());
    if (before && (before.phrases !== config.phrases || before.service !== config.service)) speak(this.#view, config);
    if (config.focus && config.focus !== lastFocus.get(config.name)) this.select(config.focus);
    lastFocus.set(config.name, config.focus);
  }

  run(command: Command): void {
    if (!this.#view) return;
    this.#view.focus();
    COMMANDS[command](this.#view);
  }

  select({ start = 0, end = start }: FocusRequest): void {
    const { length } = this.#text;
    const selection = { anchor: Math.min(start, length), head: Math.min(end, length) };
    this.#view?.dispatch({ selection, effects: EditorView.scrollIntoView(selection.anchor, { y: "center" }) });
    this.#view?.focus();
  }

  disconnectedCallback(): void {
    if (!this.#view || !this.#config) return;
    kept.set(this.#config.name, { state: this.#view.state, scroll: this.#view.scrollSnapshot() });
    this.#view.destroy();
    this.#view = null;
    this.#marks = null;
  }

  changed({ docChanged, selectionSet, transactions, state }: ViewUpdate): void {
    if (docChanged) this.#text = state.doc.toString();
    if (transactions.some(isTooLongIn)) this.#config?.onfull();
    if (docChanged && !transactions.some((transaction) => transaction.annotation(fromPage))) this.#config?.onchange(this.#text);
    if (docChanged || selectionSet) this.#config?.oncursor(state.selection.main.head);
  }

  #open(config: EditorConfig): EditorView {
    const { name, text, longest } = config;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const before = kept.get(name);
    const state = before?.state ?? EditorState.create({ doc: text, extensions: [setup(longest), inWordsOf(config)] });
    const view = new EditorView({ state, root, parent: root, ...(before && { scrollTo: before.scroll }) });
    if (before) speak(view, config);
    this.#text = state.doc.toString();
    return view;
  }

  /** A text from outside: by a load, a fix, a form or an undo of the page. Who is in the text is led to what changed. */
  #take(view: EditorView, { text }: EditorConfig): void {
    if (text === this.#text) return;
    const changes = difference(this.#text, text);
    const end = changes.from + changes.insert.length;
    view.dispatch({ changes, annotations: fromPage.of(true), ...(view.hasFocus && { selection: { anchor: end } }) });
    showLine(view, changes.from);
  }

  /** In a task of its own: of many problems, the marks take as long as what the page draws at once with them. */
  #mark(): void {
    const { marks, marksText } = this.#config ?? {};
    if (!this.#view || !marks || marks === this.#marks || marksText !== this.#text) return;
    this.#marks = marks;
    showProblems(this.#view, marks);
  }
}

/** The smallest part that has to be replaced to make one text of the other. */
function difference(before: string, after: string): ChangeSpec & { from: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let same = 0;
  while (same < shorter - from && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

/** Scrolls within the editor, without moving the page or the focus. */
function showLine(view: EditorView, position: number): void {
  const { top, bottom } = view.lineBlockAt(position);
  const { scrollTop, clientHeight } = view.scrollDOM;
  if (top < scrollTop || bottom > scrollTop + clientHeight) view.scrollDOM.scrollTop = top - clientHeight / 3;
}

// Another copy of this file may have been first.
if (!customElements.get("care-editor")) customElements.define("care-editor", TextEditor);

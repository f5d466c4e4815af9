/**
 * `<care-editor>`: a JSON text with its problems marked. The only file that sets up CodeMirror; it is loaded when a view edits text.
 *
 * The editor is in a shadow root: there CodeMirror adopts its style sheets, which a strict content security policy allows.
 * There is one editor on the page at a time. What can be undone in a document outlives the element, so that another view may come between.
 */
import { defaultKeymap, history, historyKeymap, invertedEffects, isolateHistory, redo, redoDepth, undo, undoDepth } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, type ChangeSpec, EditorState, type Extension, StateEffect, StateField, type Transaction } from "@codemirror/state";
import { EditorView, keymap, lineNumbers, type ViewUpdate } from "@codemirror/view";
import type { FocusRequest } from "../focus";
import { editorLines } from "./lines";
import { editorTheme } from "./theme";

/** A problem at its place in the text, a part of one line. */
export interface Mark {
  start: number;
  end: number;
  severity: "error" | "warning" | "info";
  message: string;
  fix: { words: string; apply: () => void } | null;
}

export interface EditorConfig {
  /** Tells the documents of the page apart, each with what can be undone in it. */
  name: string;
  label: string;
  text: string;
  /** Where the text came from; undoing the load of another text brings it back, too. */
  source: string;
  /** The problems, and the text they are of: they are shown once that is the text in the editor. */
  marks: readonly Mark[];
  marksText: string;
  focus: FocusRequest | null;
  /** So many characters somebody may type or paste. */
  longest: number;
  /** The editor's own words in another language. */
  phrases: Record<string, string>;
  onchange: (text: string, source: string) => void;
  /** A change that would make the text too long was left out. */
  onfull: () => void;
  onhistory: (canUndo: boolean, canRedo: boolean) => void;
}

const fromPage = Annotation.define<boolean>();
const full = StateEffect.define<null>();
const setSource = StateEffect.define<string>();
const sourceField = StateField.define<string>({
  create: () => "",
  update: (source, { effects }) => effects.findLast((effect) => effect.is(setSource))?.value ?? source,
});

const extensions = [
  lineNumbers(),
  lintGutter(),
  history(),
  json(),
  indentOnInput(),
  bracketMatching(),
  search({ top: true }),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  indentUnit.of("  "),
  sourceField,
  invertedEffects.of(({ effects, startState }) => (effects.some((effect) => effect.is(setSource)) ? [setSource.of(startState.field(sourceField))] : [])),
  // The Tab key is left to the page: it leads out of the editor.
  keymap.of([{ key: "F8", run: nextDiagnostic, shift: previousDiagnostic }, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  // Files that are dropped are the page's to load.
  EditorView.domEventHandlers({ drop: (event) => Boolean(event.dataTransfer?.files.length) }),
  EditorView.contentAttributes.of((view) => ({ "aria-label": hostOf(view).config?.label ?? "", spellcheck: "false", tabindex: "0" })),
  EditorView.updateListener.of((update) => hostOf(update.view).changed(update)),
  editorLines,
  editorTheme,
];

/** What is kept of a document while it is in no editor. */
const kept = new Map<string, { state: EditorState; scroll: StateEffect<unknown> }>();
const lastFocus = new Map<string, FocusRequest | null>();

export class TextEditor extends HTMLElement {
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
    this.#config = config;
    if (!config) return;
    this.#view ??= this.#open(config);
    this.#take(this.#view, config);
    this.#mark(this.#view, config);
    if (config.focus && config.focus !== lastFocus.get(config.name)) this.select(config.focus);
    lastFocus.set(config.name, config.focus);
  }

  undo(): void {
    if (this.#view) undo(this.#view);
  }

  redo(): void {
    if (this.#view) redo(this.#view);
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

  changed({ docChanged, transactions, state }: ViewUpdate): void {
    if (docChanged) this.#text = state.doc.toString();
    if (transactions.some(({ effects }) => effects.some((effect) => effect.is(full)))) this.#config?.onfull();
    if (!docChanged && !transactions.some(({ effects }) => effects.some((effect) => effect.is(setSource)))) return;
    if (!transactions.some((transaction) => transaction.annotation(fromPage))) this.#config?.onchange(this.#text, state.field(sourceField));
    this.#config?.onhistory(undoDepth(state) > 0, redoDepth(state) > 0);
  }

  #open({ name, text, source, longest, phrases, onhistory }: EditorConfig): EditorView {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const before = kept.get(name);
    const own = [extensions, sourceField.init(() => source), bounds(longest), EditorState.phrases.of(phrases)];
    const state = before?.state ?? EditorState.create({ doc: text, extensions: own });
    const view = new EditorView({ state, root, parent: root, ...(before && { scrollTo: before.scroll }) });
    this.#text = state.doc.toString();
    onhistory(undoDepth(state) > 0, redoDepth(state) > 0);
    return view;
  }

  /** A text from outside, by a load, a fix or an undo of the page, is one step that can be undone here. */
  #take(view: EditorView, { text, source }: EditorConfig): void {
    if (text === this.#text && source === view.state.field(sourceField)) return;
    const changes = difference(this.#text, text);
    view.dispatch({ changes, effects: setSource.of(source), annotations: [fromPage.of(true), isolateHistory.of("full")] });
    showLine(view, changes.from);
  }

  #mark(view: EditorView, { marks, marksText }: EditorConfig): void {
    if (marks === this.#marks || marksText !== this.#text) return;
    this.#marks = marks;
    view.dispatch(setDiagnostics(view.state, marks.map(({ start, end, severity, message, fix }) => ({
      from: start,
      to: end,
      severity,
      message,
      actions: fix ? [{ name: fix.words, apply: fix.apply }] : [],
    }))));
  }
}

/** For what somebody types or pastes; the page knows what it loads. */
function bounds(longest: number): Extension {
  return EditorState.transactionFilter.of((transaction) => (isTooLong(transaction, longest) ? { effects: full.of(null) } : transaction));
}

function isTooLong(transaction: Transaction, longest: number): boolean {
  const { docChanged, changes } = transaction;
  return docChanged && !transaction.annotation(fromPage) && changes.newLength > Math.max(longest, changes.length);
}

function hostOf(view: EditorView): TextEditor {
  return (view.root as ShadowRoot).host as TextEditor;
}

/** The smallest part that has to be replaced to make one text of the other. */
function difference(before: string, after: string): ChangeSpec & { from: number } {
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

customElements.define("care-editor", TextEditor);

// The text of a CodeMirror editor as the language service has it: what is asked of it, and the edits that are answered.
import { type EditorState, Facet } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { TextEdit } from "../care-coverage";
import type * as api from "../care-coverage-codemirror";
import { Asked, type Document, type Service } from "./asking.ts";

interface Setting { service: Service; options: api.CareCoverageOptions }
export const setting = Facet.define<Setting, Setting | undefined>({ combine: ([first]) => first });

export const session = ViewPlugin.fromClass(class {
  #asked: Asked | null = null;

  constructor(readonly view: EditorView) {}

  async ask<T>(question: (document: Document) => T | Promise<T>): Promise<T | null> {
    const now = this.view.state.facet(setting);
    if (!now) return null;
    this.#asked ??= new Asked(now.service, now.options.kind, () => this.view.state.doc.toString());
    return this.#asked.ask(question);
  }

  update({ docChanged, changes, startState, state }: ViewUpdate) {
    if (startState.facet(setting) !== state.facet(setting)) return this.destroy();
    if (!docChanged) return;
    const edits: TextEdit[] = [];
    changes.iterChanges((start, end, _from, _to, inserted) => edits.push({ start, end, text: inserted.toString() }));
    this.#asked?.update(edits);
  }

  destroy() {
    this.#asked?.close();
    this.#asked = null;
  }
});

export const ask = async <T>(view: EditorView, question: (document: Document) => T | Promise<T>) => (await view.plugin(session)?.ask(question)) ?? null;

/** What the text was when edits were asked for. */
export function apply(view: EditorView, edits: readonly TextEdit[], { doc }: EditorState): void {
  if (view.state.doc !== doc || edits.length === 0) return;
  const { apply } = view.state.facet(setting)?.options ?? {};
  if (apply) apply(edits, view);
  else view.dispatch({ changes: edits.map(({ start, end, text }) => ({ from: start, to: end, insert: text })), userEvent: "input.care-coverage" });
}


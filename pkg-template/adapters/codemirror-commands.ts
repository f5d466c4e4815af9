// What keys do in a CodeMirror editor of this package: the next problem, another name, actions, format.
import { forEachDiagnostic, nextDiagnostic } from "@codemirror/lint";
import { type EditorState, StateEffect, StateField } from "@codemirror/state";
import { type Command, EditorView, type PanelConstructor, showPanel } from "@codemirror/view";
import type { TextEdit } from "../care-coverage";
import { apply, ask } from "./codemirror-text.ts";

/** From the character before it, CodeMirror selects it and shows what it says. */
const lead = (choose: (starts: readonly number[], from: number) => number | undefined): Command => (view) => {
  const [loud, hints]: [number[], number[]] = [[], []];
  forEachDiagnostic(view.state, ({ severity }, from) => (severity === "hint" ? hints : loud).push(from));
  const starts = (loud.length > 0 ? loud : hints).sort((a, b) => a - b);
  const start = choose(starts, view.state.selection.main.from);
  if (start === undefined) return false;
  view.dispatch({ selection: { anchor: Math.max(0, start - 1) } });
  return nextDiagnostic(view);
};
export const nextProblem = lead((starts, from) => starts.find((start) => start > from) ?? starts[0]);
export const previousProblem = lead((starts, from) => starts.findLast((start) => start < from) ?? starts.at(-1));

export const format: Command = (view) => {
  const { state } = view;
  void ask(view, (document) => document.format()).then((edits) => edits && apply(view, edits, state));
  return true;
};

const shown = StateEffect.define<PanelConstructor | null>();
/** A panel is about the text as it is: an edit closes it. */
export const panel = StateField.define<PanelConstructor | null>({
  create: () => null,
  update: (now, { effects, docChanged }) => effects.reduce((panel, effect) => (effect.is(shown) ? effect.value : panel), docChanged ? null : now),
  provide: (field) => showPanel.from(field),
});

function show(view: EditorView, state: EditorState, dom: HTMLElement | null, nothing: string): void {
  if (view.state.doc !== state.doc) return;
  if (!dom) return view.dispatch({ effects: EditorView.announce.of(state.phrase(nothing)) });
  const close = () => {
    view.dispatch({ effects: shown.of(null) });
    view.focus();
  };
  dom.append(button(state.phrase("close"), close));
  dom.addEventListener("keydown", (event) => event.key === "Escape" && close());
  view.dispatch({ effects: shown.of(() => ({ dom, top: true })) });
  dom.querySelector<HTMLElement>("input, button")?.focus();
}

function button(name: string, onclick?: () => void): HTMLButtonElement {
  return Object.assign(document.createElement("button"), { type: onclick ? "button" : "submit", className: "cm-button", textContent: name, ...(onclick && { onclick }) });
}

export const rename: Command = (view) => {
  const { state } = view;
  const at = state.selection.main.head;
  void ask(view, (document) => document.prepareRename(at)).then((start) => {
    if (!start) return show(view, state, null, "Nothing here can be renamed");
    const form = Object.assign(document.createElement("form"), { className: "cm-care-panel" });
    const input = Object.assign(document.createElement("input"), { className: "cm-textfield", value: start.name });
    const reason = Object.assign(document.createElement("span"), { role: "alert" });
    const label = document.createElement("label");
    label.append(`${state.phrase("New name")} `, input);
    form.append(label, button(state.phrase("Rename")), reason);
    form.onsubmit = (event) => {
      event.preventDefault();
      void ask(view, (document) => document.rename(at, input.value)).then((answer) => {
        reason.textContent = answer?.reason ?? "";
        if (!answer || answer.reason !== null) return;
        apply(view, answer.edits, state);
        view.dispatch({ effects: shown.of(null) });
        view.focus();
      });
    };
    show(view, state, form, "");
    input.select();
  });
  return true;
};

export const codeActions: Command = (view) => {
  const { state } = view;
  const { from, to } = state.selection.main;
  void ask(view, (document) => document.codeActions({ start: from, end: to })).then((found) => {
    const group = Object.assign(document.createElement("div"), { className: "cm-care-panel", role: "group", ariaLabel: state.phrase("Actions") });
    const run = (edits: readonly TextEdit[]) => (apply(view, edits, state), view.focus());
    group.append(...(found ?? []).map(({ title, edits }) => button(title.replaceAll("`", ""), () => run(edits))));
    show(view, state, found?.length ? group : null, "No action here");
  });
  return true;
};


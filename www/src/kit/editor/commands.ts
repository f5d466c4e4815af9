/** What can be done in the text editor, by which keys. Undo and redo have keys of the page. */
import { startCompletion } from "@codemirror/autocomplete";
import { copyLineDown, moveLineDown, moveLineUp } from "@codemirror/commands";
import { foldAll, foldCode, foldedRanges, toggleFold, unfoldAll, unfoldCode } from "@codemirror/language";
import { openSearchPanel, selectNextOccurrence } from "@codemirror/search";
import type { EditorView, KeyBinding } from "@codemirror/view";
import { codeActions, nextProblem, previousProblem, rename } from "care-coverage/codemirror";
import { hostOf } from "./config";

const asked = (what: "onundo" | "onredo" | "onsave" | "onformat" | "onhelp") => (view: EditorView) => {
  hostOf(view).config?.[what]();
  return true;
};

export const COMMANDS = {
  find: openSearchPanel,
  complete: startCompletion,
  rename,
  actions: codeActions,
  next_problem: nextProblem,
  previous_problem: previousProblem,
  fold: toggleFold,
  fold_all: (view: EditorView) => (foldedRanges(view.state).size > 0 ? unfoldAll : foldAll)(view),
  format: asked("onformat"),
  move_up: moveLineUp,
  move_down: moveLineDown,
  copy_line: copyLineDown,
  next_occurrence: selectNextOccurrence,
  save: asked("onsave"),
  undo: asked("onundo"),
  redo: asked("onredo"),
  help: asked("onhelp"),
} satisfies Record<string, (view: EditorView) => boolean>;

export type Command = keyof typeof COMMANDS;

/** The keys of each command; `Mod` is Ctrl, and Cmd on a Mac. Those of folding need no bracket, which many keyboards have nowhere near. */
export const COMMAND_KEYS: Record<Command, string> = {
  find: "Mod-f",
  complete: "Ctrl-Space",
  rename: "F2",
  actions: "Mod-.",
  next_problem: "F8",
  previous_problem: "Shift-F8",
  fold: "F9",
  fold_all: "Shift-F9",
  format: "Shift-Alt-f",
  move_up: "Alt-ArrowUp",
  move_down: "Alt-ArrowDown",
  copy_line: "Shift-Alt-ArrowDown",
  next_occurrence: "Mod-d",
  save: "Mod-s",
  undo: "Mod-z",
  redo: "Mod-y",
  help: "F1",
};

/** Those of CodeMirror's own key maps and of its adapter are there already, and the page's own keys are its own. */
const OWN: readonly Command[] = ["next_problem", "previous_problem", "fold", "fold_all", "format", "save", "help"];

export const KEYS: readonly KeyBinding[] = [
  ...OWN.map((command): KeyBinding => ({ key: COMMAND_KEYS[command], run: COMMANDS[command], preventDefault: true })),
  { key: "Ctrl-Shift-[", mac: "Cmd-Alt-[", run: foldCode },
  { key: "Ctrl-Shift-]", mac: "Cmd-Alt-]", run: unfoldCode },
];

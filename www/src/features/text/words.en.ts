/** The words of a text that is edited. */
import type { Command } from "../../kit/editor/commands";

export const textWords = {
  textHint: "Kept as you type it; what the engine reads in it follows.",
  editorFailed: "The text editor could not be loaded. This plain field works without it; the problems are in the list.",
  undo: "Undo in the text",
  redo: "Redo in the text",
  format: "Format",
  formatHint: "Sets the text out on lines anew",
  formatted: "The text is set out anew.",
  isFormatted: "The text is set out already.",
  notFormatted: "The text can be set out once it is valid JSON.",
  help: "Commands…",
};

export const commandWords = {
  title: "Commands of the text editor",
  close: "Close",
  hint: "Tab leads out of the editor; Escape closes the search.",
  command: "Command",
  key: "Keys",
  names: {
    find: "Find and replace",
    complete: "Complete what is being written",
    rename: "Another name for what is at the cursor",
    actions: "What can be done with the selection",
    next_problem: "Next problem",
    previous_problem: "Previous problem",
    fold: "Fold or unfold what is on this line",
    fold_all: "Fold or unfold everything",
    format: "Format: set the text out on lines anew",
    move_up: "Move the line up",
    move_down: "Move the line down",
    copy_line: "Copy the line down",
    next_occurrence: "Select the next same word, too",
    save: "Save as a version or as a file",
    undo: "Undo",
    redo: "Redo",
    help: "This list",
  } satisfies Record<Command, string>,
  keys: { Mod: "Ctrl", Ctrl: "Ctrl", Space: "Space", Shift: "Shift", Alt: "Alt", ArrowUp: "↑", ArrowDown: "↓" } as Record<string, string>,
};

/** The text editor's own words are in English; another language gives a translation for each. */
export const editorWords = { phrases: {} as Record<string, string> };

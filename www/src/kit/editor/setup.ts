/** What is CodeMirror set up with? The package's adapter, the parts that any text needs, and what it asks of the element that it is in. */
import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import { defaultKeymap } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, codeFolding, foldGutter, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter } from "@codemirror/lint";
import { search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, type Extension, StateEffect, type Transaction } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { careCoverage } from "care-coverage/codemirror";
import { COMMANDS, KEYS } from "./commands";
import { type EditorConfig, type Edits, hostOf } from "./config";
import { foldedElement } from "./folded";
import { editorLines } from "./lines";
import { editorTheme } from "./theme";

/** The change is one that the page made. */
export const fromPage = Annotation.define<boolean>();

const full = StateEffect.define<null>();
const words = new Compartment();

const own = [
  lineNumbers(),
  lintGutter(),
  codeFolding({ placeholderDOM: foldedElement }),
  foldGutter({ openText: "▾", closedText: "▸" }),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  search({ top: true }),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  indentUnit.of("  "),
  // The Tab key is left to the page: it leads out of the editor.
  keymap.of([...KEYS, ...closeBracketsKeymap, ...searchKeymap, ...defaultKeymap]),
  EditorView.domEventHandlers({
    // Files that are dropped are the page's to load.
    drop: (event) => Boolean(event.dataTransfer?.files.length),
    // By a menu of the browser; the keys are the page's.
    beforeinput: (event, view) => {
      const command = event.inputType === "historyUndo" ? "undo" : event.inputType === "historyRedo" ? "redo" : null;
      if (command) event.preventDefault();
      return command !== null && COMMANDS[command](view);
    },
  }),
  EditorView.contentAttributes.of((view) => ({ "aria-label": hostOf(view).config?.label ?? "", spellcheck: "false", tabindex: "0" })),
  EditorView.updateListener.of((update) => hostOf(update.view).changed(update)),
  editorLines,
  editorTheme,
];

/** `longest`: of what somebody types or pastes; the page knows what it loads. */
export function setup(longest: number): Extension {
  const isTooLong = (transaction: Transaction) => {
    const { docChanged, changes } = transaction;
    return docChanged && !transaction.annotation(fromPage) && changes.newLength > Math.max(longest, changes.length);
  };
  return [own, EditorState.transactionFilter.of((transaction) => (isTooLong(transaction) ? { effects: full.of(null) } : transaction))];
}

export function isTooLongIn({ effects }: Transaction): boolean {
  return effects.some((effect) => effect.is(full));
}

/** What changes with the language of the page and with the catalogue. */
export function inWordsOf(config: EditorConfig): Extension {
  return words.of(extensionOf(config));
}

export function speak(view: EditorView, config: EditorConfig): void {
  view.dispatch({ effects: words.reconfigure(extensionOf(config)) });
}

/** The page finds the problems, and keeps the text. */
function extensionOf({ service, phrases }: EditorConfig): Extension {
  const apply = (edits: Edits, view: EditorView) => hostOf(view).config?.onedits(edits);
  return [EditorState.phrases.of(phrases), service ? careCoverage(service, { kind: "coverage", lint: false, apply }) : json()];
}

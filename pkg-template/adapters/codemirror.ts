// CodeMirror 6 with the language service: one extension.
import { autocompletion, type Completion, type CompletionContext, type CompletionResult, pickedCompletion, startCompletion } from "@codemirror/autocomplete";
import { json } from "@codemirror/lang-json";
import { codeFolding, foldKeymap } from "@codemirror/language";
import { type Action, type Diagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Extension } from "@codemirror/state";
import { type EditorView, hoverTooltip, keymap } from "@codemirror/view";
import type * as api from "../care-coverage-codemirror";
import type * as language from "../care-coverage-language";
import type { Service } from "./asking.ts";
import { codeActions, format, nextProblem, panel, previousProblem, rename } from "./codemirror-commands.ts";
import { apply, ask, session, setting } from "./codemirror-text.ts";
import { elementOf, messageOf } from "./markdown.ts";

export { codeActions, format, nextProblem, previousProblem, rename };

const PAUSE_MS = 200;
const TYPES: Record<language.CompletionKind, string> = { field: "property", value: "enum", object: "interface", care_type: "constant", care_type_group: "constant", group_id: "constant", limit_key: "variable", class: "class" };
const FRENCH = {
  "New name": "Nouveau nom", Rename: "Renommer", close: "fermer", "Nothing here can be renamed": "Rien ici ne peut être renommé",
  Actions: "Actions", "No action here": "Aucune action ici", "Line $": "Ligne $",
};

async function complete(context: CompletionContext): Promise<CompletionResult | null> {
  const { pos, explicit, state, view } = context;
  const found: language.Completion[] | null = view ? await ask(view, (document) => document.completions(pos)) : null;
  // Where nobody asks, only what is being written is completed.
  if (!found || context.aborted || !found.some(({ range }) => explicit || range.start < pos)) return null;
  const options = found.map(({ label, detail, kind, documentation, insert, range: { start, end }, cursor }): Completion => ({
    label, detail, type: TYPES[kind], ...(documentation && { info: () => elementOf(documentation, "cm-care-info") }),
    apply(view, picked) {
      if (view.state.doc !== state.doc) return;
      view.dispatch({ changes: { from: start, to: end, insert }, selection: { anchor: start + cursor }, userEvent: "input.complete", annotations: pickedCompletion.of(picked) });
      if (cursor < insert.length) startCompletion(view);
    },
  }));
  return { from: Math.min(pos, ...found.map(({ range }) => range.start)), options, filter: false };
}

const hover = hoverTooltip(async (view, position) => {
  const found = await ask(view, (document) => document.hover(position));
  return found && { pos: found.range.start, end: found.range.end, above: true, create: () => ({ dom: elementOf(found.markdown, "cm-care-hover") }) };
});

function markOf(problem: api.Problem, state: EditorState): Diagnostic {
  const { mark, severity, code, edits, fix_title, related = [] } = problem;
  const fix: Action[] = edits ? [{ name: (fix_title ?? code ?? "").replaceAll("`", ""), apply: (view) => apply(view, edits, state) }] : [];
  const others = related.map(({ range, message }): Action => ({
    name: `${state.phrase("Line $", range.line)}: ${message.replaceAll("`", "")}`,
    apply: (view) => view.dispatch({ selection: { anchor: range.start }, scrollIntoView: true }),
  }));
  return {
    from: mark.start, to: mark.end, severity, actions: [...fix, ...others], ...(code !== undefined && { source: code }),
    // A text has a thousand problems, of which a few are looked at.
    get message() {
      return problem.message;
    },
    renderMessage: () => messageOf(problem.message, "cm-care-message"),
  };
}

export function showProblems(view: EditorView, problems: readonly api.Problem[]): void {
  view.dispatch(setDiagnostics(view.state, problems.map((problem) => markOf(problem, view.state))));
}

const KEYS = keymap.of([
  { key: "F2", run: rename }, { key: "Mod-.", run: codeActions }, { key: "Shift-Alt-f", run: format }, { key: "F8", run: nextProblem }, { key: "Shift-F8", run: previousProblem },
  ...foldKeymap,
]);

export function careCoverage(service: Service, options: api.CareCoverageOptions): Extension {
  const { delay = PAUSE_MS, lint = true, language } = options;
  const problems = linter(async (view) => {
    const { state } = view;
    return ((await ask(view, (document) => document.diagnostics())) ?? []).map((problem) => markOf(problem, state));
  }, { delay });
  return [
    json(), codeFolding(), setting.of({ service, options }), session, EditorState.languageData.of(() => [{ autocomplete: complete }]), autocompletion(), hover, panel, KEYS,
    lint ? problems : [], language === "fr" ? EditorState.phrases.of(FRENCH) : [],
  ];
}

/** What the parts of the form of a rule are made of: fields at their place in the text, with what the engine says of them. */
import type { ComponentChildren } from "preact";
import type { Diagnostic, TextDiagnostic } from "../../engine/engine";
import type { Json } from "../../kit/json/values";
import { Status } from "../../kit/status";
import { takesFocus } from "../../kit/focus";
import type { Editor } from "../../store/editor/editor";
import { useEditor } from "../common/editor";
import { ChoiceField, DecimalField, IntegerField } from "../common/fields";
import { SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { problemWords } from "../common/words";
import { applyFix, fixOf } from "../text/actions";
import { adderId, editRule, remove } from "./actions";
import { like, othersIn } from "./edits";
import { ruleFormWords as w } from "./words";

/** The rule in hand, and what the engine says about it. */
export interface Form {
  /** The rule's place in the coverage. */
  root: string;
  index: number;
  /** Of the guarantee. */
  name: string;
  problems: readonly TextDiagnostic[];
}

/** Where a field of a part is, and how it is labelled. */
export interface Place {
  form: Form;
  /** The part's place in the rule. */
  path: string;
  name: string;
  label: string;
  isLabelHidden?: boolean;
}

export function Figure({ part, unit, isWhole, hint, ...place }: Place & { part: Json; unit?: string; isWhole?: boolean; hint?: string }) {
  const editor = useEditor();
  const { form, path, name, label } = place;
  const value = part[name];
  const Field = isWhole ? IntegerField : DecimalField;
  return (
    <Field
      {...common(editor, place)}
      class="figure"
      label={label}
      unit={unit}
      hint={hint}
      value={value === undefined || value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value)}
      oncommit={(typed) => editRule(editor, form.root, { op: "add", path: `${path}/${name}`, value: like(name, value, typed) })}
    />
  );
}

interface ChoiceProps extends Place {
  value: string;
  words: Record<string, string>;
  hint?: string;
  oncommit: (value: string) => void;
}

export function Choice({ value, words, hint, oncommit, ...place }: ChoiceProps) {
  const editor = useEditor();
  return <ChoiceField {...common(editor, place)} label={place.label} hint={hint} value={value} choices={Object.entries(words)} oncommit={oncommit} />;
}

export function common(editor: Editor, place: Place) {
  const { form, path, name, isLabelHidden } = place;
  const id = `${form.root}${path}/${name}`;
  const found = problemsOf(place);
  return { id, isLabelHidden, focus: editor.focusOf(id), problem: found.length > 0 && <Said problems={found} />, isRemark: !hasErrors(found) };
}

function problemsOf({ form, path, name }: Place): TextDiagnostic[] {
  const part = form.root + path;
  return form.problems.filter((problem) => problem.pointer === `${part}/${name}` || isMissing(problem, part, name));
}

function isMissing(problem: Diagnostic, part: string, name: string): boolean {
  return problem.code === "missing_field" && problem.pointer === part && (problem.params as { field?: unknown }).field === name;
}

function hasErrors(problems: readonly Diagnostic[]): boolean {
  return problems.some(({ severity }) => severity === "error");
}

/** Beside what the controls of a part show: what the engine says of the part and all in it, and fields that the form does not know. */
export function Rest({ form, path, part, shown, lists = [] }: { form: Form; path: string; part?: Json; shown: readonly string[]; lists?: readonly string[] }) {
  const own = form.root + path;
  const isShown = (problem: TextDiagnostic) =>
    shown.some((name) => problem.pointer === `${own}/${name}` || isMissing(problem, own, name)) ||
    lists.some((list) => problem.pointer === `${own}/${list}` || problem.pointer.startsWith(`${own}/${list}/`));
  const found = form.problems.filter(
    (problem) => (problem.pointer === own || problem.pointer.startsWith(`${own}/`)) && !isShown(problem),
  );
  const others = part ? othersIn(part, [...shown, ...lists]) : [];
  if (found.length === 0 && others.length === 0) return null;
  return (
    <div class="rest">
      {others.length > 0 && (
        <p class="hint">
          {w.alsoThere}{" "}
          {others.map(([name, value]) => (
            <code>{`"${name}": ${short(JSON.stringify(value) ?? "")} `}</code>
          ))}
        </p>
      )}
      <Said problems={found} />
    </div>
  );
}

const LONGEST_SHOWN = 120;

function short(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** A part that the form cannot show, as it is in the text. */
export function Unknown({ value, words }: { value: unknown; words: string }) {
  return (
    <div class="unknown">
      <code>{short(JSON.stringify(value) ?? "")}</code>
      <p class="hint">{words}</p>
    </div>
  );
}

/** What the engine says of one place, not of what is in it. */
export function At({ form, path }: { form: Form; path: string }) {
  return <Said problems={form.problems.filter(({ pointer }) => pointer === form.root + path)} />;
}

export function Said({ problems }: { problems: readonly TextDiagnostic[] }) {
  const editor = useEditor();
  return (
    <>
      {problems.map((problem) => {
        const { severity, message } = problem;
        const fix = fixOf(problem);
        return (
          <p class="told">
            <Status tone={SEVERITY_TONES[severity]} word={w.severity[severity]} /> {plainSentence(message)}{" "}
            {fix && (
              <button
                type="button"
                class="fix"
                aria-label={problemWords.fixOf(fix.title, plainSentence(message))}
                onClick={() => applyFix(editor, editor.documents.coverage, editor.documents.coverage.read.value, fix, null)}
              >
                {fix.title}
              </button>
            )}
          </p>
        );
      })}
    </>
  );
}

export function Adder({ form, list, words, onclick }: { form: Form; list: string; words: string; onclick: () => void }) {
  const editor = useEditor();
  const id = adderId(form.root, list);
  return (
    <button type="button" id={id} ref={takesFocus(editor.focusOf(id))} onClick={onclick}>
      {words}
    </button>
  );
}

export function Remover({ form, path, words }: { form: Form; path: string; words: string }) {
  const editor = useEditor();
  return (
    <button type="button" class="quiet" aria-label={words} title={words} onClick={() => remove(editor, form.root, path)}>
      {w.remove}
    </button>
  );
}

export function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="rule-part">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

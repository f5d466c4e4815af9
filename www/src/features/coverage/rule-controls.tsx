/**
 * The controls of the form of a rule.
 *
 * They are functions, not components: what the engine says is shown at the first control that takes it, so they run in their order.
 */
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import type { Operation } from "../../kit/json/patch";
import { Status } from "../../kit/status";
import { focusOf, focusOn } from "../../store/page";
import { SEVERITY_TONES } from "../common/problems";
import { plainSentence } from "../common/sentences";
import { like } from "./rule-edits";
import { editRule } from "./rule-text";
import { ruleFormWords } from "./words";

/** In a row that reads as a sentence, the names of its controls are for those who do not see it. */
export interface Label {
  words: string;
  isHidden?: boolean;
}

/** The rule in hand, and what the engine says about it that no control has shown yet. */
export interface Form {
  /** The rule's place in the coverage. */
  root: string;
  index: number;
  problems: Set<Diagnostic>;
}

export function adder(form: Form, path: string, words: string, onclick: () => void): ComponentChildren {
  const id = adderId(form, path);
  return (
    <p>
      <button type="button" id={id} ref={takesFocus(focusOf(id))} onClick={onclick}>
        {words}
      </button>
    </p>
  );
}

function adderId({ root }: Form, path: string): string {
  return `${root}${path}/add`;
}

export function figure(form: Form, label: Label, path: string, name: string, value: unknown): ComponentChildren {
  const shown = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const change = (typed: string) => edit(form, { op: "add", path: `${path}/${name}`, value: like(name, value, typed) });
  return field(form, label, `${path}/${name}`, shown, "figure", change);
}

export function field(
  form: Form,
  label: Label,
  path: string,
  value: string,
  kind: "figure" | "key",
  change: (typed: string) => void,
  hint?: string,
): ComponentChildren {
  const id = form.root + path;
  const found = take(form, ({ pointer }) => pointer === id);
  const hintId = `${id}-hint`;
  return (
    <div class={`field ${kind}`}>
      <label for={id} class={label.isHidden ? "visually-hidden" : undefined}>
        {label.words}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        value={value}
        ref={takesFocus(focusOf(id))}
        aria-invalid={found.some(({ severity }) => severity === "error") ? "true" : undefined}
        aria-describedby={found.length > 0 || hint ? hintId : undefined}
        inputmode={kind === "figure" ? "decimal" : undefined}
        onInput={(event: Event) => change((event.target as HTMLInputElement).value)}
      />
      {(found.length > 0 || hint) && (
        <div id={hintId} class="hint">
          {found.length > 0 ? told(found) : hint}
        </div>
      )}
    </div>
  );
}

export function choice(
  form: Form,
  label: Label,
  path: string,
  value: string,
  words: Record<string, string>,
  change: (value: string) => void,
): ComponentChildren {
  const id = form.root + path;
  const found = take(form, ({ pointer }) => pointer === id);
  const values = Object.keys(words);
  return (
    <div class="field">
      <label for={id} class={label.isHidden ? "visually-hidden" : undefined}>
        {label.words}
      </label>
      <select
        id={id}
        value={value}
        aria-describedby={found.length > 0 ? `${id}-hint` : undefined}
        onChange={(event: Event) => change((event.target as HTMLSelectElement).value)}
      >
        {[...(values.includes(value) ? [] : [value]), ...values].map((own) => (
          <option value={own}>{words[own] ?? own}</option>
        ))}
      </select>
      {found.length > 0 && (
        <div id={`${id}-hint`} class="hint">
          {told(found)}
        </div>
      )}
    </div>
  );
}

/** What the engine says about a part, but not about what is in it. */
export function at(form: Form, path: string): ComponentChildren {
  return told(take(form, ({ pointer }) => pointer === form.root + path));
}

/** What it says about a part and all in it, and no control has shown. Of the whole rule: only about the rule itself. */
export function rest(form: Form, path: string): ComponentChildren {
  const own = form.root + path;
  return told(take(form, ({ pointer }) => pointer === own || (path !== "" && pointer.startsWith(`${own}/`))));
}

function take({ problems }: Form, isIt: (problem: Diagnostic) => boolean): Diagnostic[] {
  const taken = [...problems].filter(isIt);
  for (const problem of taken) problems.delete(problem);
  return taken;
}

function told(problems: readonly Diagnostic[]): ComponentChildren {
  return problems.map(({ severity, message }) => (
    <p class="told">
      <Status tone={SEVERITY_TONES[severity]} word={ruleFormWords.severity[severity]} /> {plainSentence(message)}
    </p>
  ));
}

export function edit({ root }: Form, ...operations: Operation[]): void {
  editRule(root, operations);
}

/** The button that went may have had the focus, so the one that adds takes it. */
export function remove(form: Form, path: string): void {
  edit(form, { op: "remove", path });
  focusOn(adderId(form, path.slice(0, path.lastIndexOf("/"))));
}

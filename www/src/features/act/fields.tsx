/** What the parts of the act's form are made of. */
import type { ComponentChildren } from "preact";
import type { ActFact, Diagnostic, LoadedCoverage } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import type { ActDraft } from "../../store/types";
import { draft } from "../../store/work";
import { sentence } from "../common/problems";

/** What the parts of the form share. */
export interface Form {
  draft: ActDraft;
  coverage: LoadedCoverage;
  diagnostics: readonly Diagnostic[];
  applicable: readonly ActFact[] | null;
  focus: { id: string; request: object } | null;
}

export function Part({ title, children: fields }: { title: string; children?: ComponentChildren }) {
  return (
    <section class="form-part">
      <h3>{title}</h3>
      {fields}
    </section>
  );
}

export function setDraft(change: Partial<ActDraft>): void {
  draft.value = { ...draft.value, ...change };
}

/** The first problem that the engine has with a field, in words. */
export function problemOf({ diagnostics }: Form, field: string): ComponentChildren {
  const found = diagnostics.find(({ pointer }) => pointer.split("/")[1] === field);
  return found ? sentence(found.message) : null;
}

export function Input({
  form,
  fact,
  label,
  props,
  oninput,
  hint,
}: {
  form: Form;
  fact: string;
  label: string;
  props: Record<string, unknown>;
  oninput: (value: string) => void;
  hint?: string | null;
}) {
  const problem = problemOf(form, fact);
  const hintId = `${fact}-hint`;
  return (
    <div class="field">
      <label for={fact}>{label}</label>
      <input
        id={fact}
        autocomplete="off"
        aria-invalid={problem ? "true" : undefined}
        aria-describedby={problem || hint ? hintId : undefined}
        onInput={(event: Event) => oninput((event.target as HTMLInputElement).value)}
        ref={takesFocus(form.focus?.id === fact ? form.focus.request : null)}
        {...props}
        value={String(props["value"])}
      />
      {(problem || hint) && (
        <p id={hintId} class={problem ? "hint bad" : "hint"}>
          {problem ?? hint}
        </p>
      )}
    </div>
  );
}

/** What the parts of the act's form are made of. */
import type { ActDraft } from "./draft";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { ActFact, Diagnostic, LoadedCoverage } from "../../engine/engine";
import { sentence } from "../common/problems";
import { getState, updateWork, type State } from "../../store/state";

/** What the parts of the form share. */
export interface Form {
  draft: ActDraft;
  coverage: LoadedCoverage;
  diagnostics: readonly Diagnostic[];
  applicable: readonly ActFact[] | null;
  focus: State["controlFocus"];
}

export function part(title: string, ...fields: ComponentChildren[]): ComponentChildren {
  return (
    <section class="form-part">
      <h3>{title}</h3>
      {fields}
    </section>
  );
}

export function setDraft(change: Partial<ActDraft>): void {
  updateWork({ draft: { ...getState().work.draft, ...change } });
}

/** The first problem that the engine has with a field, in words. */
export function problemOf({ diagnostics }: Form, field: string): ComponentChildren {
  const found = diagnostics.find(({ pointer }) => pointer.split("/")[1] === field);
  return found ? sentence(found.message) : null;
}

export function input(
  form: Form,
  fact: string,
  label: string,
  props: Record<string, unknown>,
  oninput: (value: string) => void,
  hint?: string | null,
): ComponentChildren {
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

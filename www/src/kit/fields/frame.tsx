/** What every field has: its label, the unit next to it, and one line under it, where a problem takes the place of the hint. */
import type { ComponentChildren } from "preact";

export interface FieldProps {
  id: string;
  label: string;
  /** In a row that reads as a sentence, the label is for those who do not see it. */
  isLabelHidden?: boolean;
  hint?: ComponentChildren;
  /** What is wrong with the value that the field has. */
  problem?: ComponentChildren;
  /** The value is wrong, as is said elsewhere. */
  isWrong?: boolean;
  /** The problem is no error, so the field is not marked as invalid. */
  isRemark?: boolean;
  /** A new object asks for the focus again. */
  focus?: object | null;
  isDisabled?: boolean;
  class?: string;
}

interface FrameProps extends FieldProps {
  children: ComponentChildren;
}

function noteId(id: string): string {
  return `${id}-hint`;
}

/** What the control of a field says of itself to those who do not see it. */
export function describedBy({ id, hint, problem }: FieldProps, unit?: string): string | undefined {
  const parts = [unit === undefined ? null : `${id}-unit`, problem || hint ? noteId(id) : null].filter((part) => part !== null);
  return parts.length === 0 ? undefined : parts.join(" ");
}

/** The line under the control keeps its height while it is empty, so that a problem moves nothing. */
export function Frame({ id, label, isLabelHidden, hint, problem, isRemark, class: className, children }: FrameProps) {
  return (
    <div class={className === undefined ? "field" : `field ${className}`}>
      <div class="field-control">
        <label for={id} class={isLabelHidden ? "visually-hidden" : undefined}>
          {label}
        </label>
        {children}
      </div>
      <div id={noteId(id)} class={problem && !isRemark ? "hint note bad" : "hint note"} aria-live="polite">
        {problem || hint}
      </div>
    </div>
  );
}

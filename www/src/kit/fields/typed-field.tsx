/**
 * A text field for a value that people write in several ways.
 *
 * While it has the focus it shows what is typed. At each input that can be read it commits the value; what cannot be read stays as it is
 * typed, is said under the field and is never committed. Left, it shows the value in the notation of the page. When the value becomes
 * another from outside, by an undo for example, the field shows that one.
 */
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { takesFocus } from "../focus";
import { describedBy, type FieldProps, Frame } from "./frame";

export type Read<Why extends string> = { ok: true; value: string } | { ok: false; why: Why };

export interface TypedProps<Why extends string> extends FieldProps {
  /** Empty where there is none. */
  value: string;
  unit?: string;
  placeholder?: string;
  /** The value in the notation of the page; what it shows can be read back. */
  show: (value: string) => string;
  /** What is said of a text that cannot be read. */
  unread: (why: Why, text: string) => ComponentChildren;
  /** An empty field commits an empty value; otherwise that it is empty is said. */
  isOptional?: boolean;
  oncommit: (value: string) => void;
}

interface OwnProps<Why extends string> extends TypedProps<Why> {
  read: (text: string) => Read<Why>;
  inputMode: "decimal" | "numeric" | "text";
  /** Another way to give the value, after the text. */
  after?: ComponentChildren;
}

export function TypedField<Why extends string>(props: OwnProps<Why>) {
  const { id, value, unit, show, read, unread, isOptional, oncommit } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const known = useRef(value);
  let text = typed;
  if (known.current !== value) {
    known.current = value;
    text = null;
    if (typed !== null) setTyped(null);
  }
  const result = text === null ? null : readOr(read, text, isOptional);
  const problem = result && !result.ok ? unread(result.why, text!) : props.problem;
  const isRemark = result?.ok === false ? false : props.isRemark;

  const type = (next: string) => {
    setTyped(next);
    const now = readOr(read, next, isOptional);
    if (!now.ok || now.value === value) return;
    known.current = now.value;
    oncommit(now.value);
  };
  const leave = () => {
    if (result?.ok) setTyped(null);
  };
  /** What was never committed is no step that can be undone: it goes back to the value. */
  const undo = (event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "z";
    if (!isUndo || result?.ok !== false) return;
    event.preventDefault();
    event.stopPropagation();
    setTyped(null);
  };
  const input = (
    <input
      id={id}
      type="text"
      autocomplete="off"
      spellcheck={false}
      inputmode={props.inputMode}
      placeholder={props.placeholder}
      disabled={props.isDisabled}
      value={text ?? show(value)}
      ref={takesFocus(props.focus)}
      aria-invalid={(problem && !isRemark) || props.isWrong ? "true" : undefined}
      aria-describedby={describedBy({ ...props, problem }, unit)}
      onInput={(event) => type(event.currentTarget.value)}
      onBlur={leave}
      onKeyDown={undo}
    />
  );
  return (
    <Frame {...props} problem={problem} isRemark={isRemark}>
      {unit === undefined && !props.after ? (
        input
      ) : (
        <span class="with-unit">
          {input}
          {unit !== undefined && (
            <span id={`${id}-unit`} class="unit">
              {unit}
            </span>
          )}
          {props.after}
        </span>
      )}
    </Frame>
  );
}

function readOr<Why extends string>(read: (text: string) => Read<Why>, text: string, isOptional = false): Read<Why> {
  return isOptional && text.trim() === "" ? { ok: true, value: "" } : read(text);
}

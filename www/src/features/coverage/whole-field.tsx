/** A whole number that is typed: what can be read goes into the text at each key; what cannot stays in the field, with a word. */
import { useState } from "preact/hooks";
import { takesFocus } from "../../kit/focus";
import { focusOf } from "../../store/page";
import { isWrong } from "./problems-here";
import { formWords } from "./words";

interface Props {
  id: string;
  label: string;
  /** As it is in the text. */
  value: unknown;
  pointer: string;
  least: number;
  /** Null: the field is empty. */
  onvalue: (value: number | null) => void;
}

const LONGEST = 15;

export function WholeField({ id, label, value, pointer, least, onvalue }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined || value === null ? "" : String(value));
  const isUnreadable = typed !== null && typed.trim() !== "" && read(typed) === null;
  const type = (text: string) => {
    setTyped(text);
    const number = read(text);
    if (number !== null || text.trim() === "") onvalue(number);
  };
  return (
    <span class="whole-field">
      <input
        id={id}
        aria-label={label}
        inputMode="numeric"
        autocomplete="off"
        size={4}
        value={shown}
        aria-invalid={isUnreadable || isWrong(pointer) ? "true" : undefined}
        aria-describedby={isUnreadable ? `${id}-hint` : undefined}
        ref={takesFocus(focusOf(id))}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => !isUnreadable && setTyped(null)}
      />
      {isUnreadable && (
        <span id={`${id}-hint`} class="hint bad">
          {formWords.wholeNumber(least)}
        </span>
      )}
    </span>
  );
}

/** With blanks between the digits, too. */
function read(text: string): number | null {
  const digits = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^\d+$/.test(digits) && digits.length <= LONGEST ? Number(digits) : null;
}

/** One of a few values. A value that is none of them is shown as it is, and kept until another is chosen. */
import { takesFocus } from "../focus";
import { describedBy, type FieldProps, Frame } from "./frame";

interface Props extends FieldProps {
  value: string;
  /** Each value and its words, in their order. */
  choices: readonly (readonly [value: string, words: string])[];
  oncommit: (value: string) => void;
}

export function ChoiceField(props: Props) {
  const { id, value, choices, problem, isRemark, oncommit } = props;
  const isKnown = choices.some(([known]) => known === value);
  return (
    <Frame {...props}>
      <select
        id={id}
        value={value}
        disabled={props.isDisabled}
        ref={takesFocus(props.focus)}
        aria-invalid={problem && !isRemark ? "true" : undefined}
        aria-describedby={describedBy(props)}
        onChange={(event) => oncommit(event.currentTarget.value)}
      >
        {[...(isKnown ? [] : [[value, value] as const]), ...choices].map(([own, words]) => (
          <option key={own} value={own}>
            {words}
          </option>
        ))}
      </select>
    </Frame>
  );
}

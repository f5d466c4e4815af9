/** Any text, as it is typed. */
import { takesFocus } from "../focus";
import { describedBy, type FieldProps, Frame } from "./frame";

interface Props extends FieldProps {
  value: string;
  placeholder?: string;
  oncommit: (value: string) => void;
}

export function TextInput(props: Props) {
  const { id, value, placeholder, problem, isRemark, oncommit } = props;
  return (
    <Frame {...props}>
      <input
        id={id}
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={placeholder}
        disabled={props.isDisabled}
        value={value}
        ref={takesFocus(props.focus)}
        aria-invalid={problem && !isRemark ? "true" : undefined}
        aria-describedby={describedBy(props)}
        onInput={(event) => oncommit(event.currentTarget.value)}
      />
    </Frame>
  );
}

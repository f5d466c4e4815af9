/** The fields of the kit with the words of the page, and values in its notation. */
import type { ComponentProps } from "preact";
import { DateField as KitDate } from "../../kit/fields/date-field";
import { DecimalField as KitDecimal, IntegerField as KitInteger } from "../../kit/fields/number-fields";
import { fieldNumber } from "./counting";
import { fieldWords } from "./words";

export { ChoiceField } from "../../kit/fields/choice-field";
export { TextInput } from "../../kit/fields/text-input";

type WithoutWords<P, Given extends string = never> = Omit<P, "show" | "unread" | Given> & { isOptional?: boolean };

/** `unit`: what is shown next to the number, `€` or `%` for example. */
export function DecimalField(props: WithoutWords<ComponentProps<typeof KitDecimal>>) {
  return <KitDecimal {...props} show={fieldNumber} unread={(why, text) => fieldWords.unread[why](text, props.unit)} />;
}

export function IntegerField(props: WithoutWords<ComponentProps<typeof KitInteger>>) {
  return <KitInteger {...props} show={fieldNumber} unread={(why, text) => ({ ...fieldWords.unread, ...fieldWords.unreadWhole })[why](text, props.unit)} />;
}

/** The value is an ISO date. */
export function DateField(props: WithoutWords<ComponentProps<typeof KitDate>, "calendar">) {
  return (
    <KitDate
      placeholder={fieldWords.datePlaceholder}
      {...props}
      calendar={fieldWords.calendar(props.label)}
      unread={(why, text) => fieldWords.unreadDate[why](text)}
    />
  );
}

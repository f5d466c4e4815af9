/** The control of an amount of the act, and of what its limits count. */
import type { DraftAmounts } from "../../store/types";
import { ChoiceField, DateField, DecimalField, IntegerField } from "../common/fields";
import type { AmountField } from "./amount-fields";
import { type Form, setDraft, shared, TextControl } from "./fields";
import { amountWords } from "./words";

export function isGiven(amounts: DraftAmounts, field: AmountField): boolean {
  return (amounts[field] ?? "").trim() !== "";
}

function setAmount(form: Form, field: AmountField, text: string): void {
  const amounts = { ...form.state.draft.value.amounts, [field]: text };
  if (text === "") delete amounts[field];
  setDraft(form, { amounts });
}

export function Amount({ form, field }: { form: Form; field: AmountField }) {
  const value = form.draft.amounts[field] ?? "";
  const hint = amountWords.hints[field];
  const label = amountWords.fields[field];
  const oncommit = (text: string) => setAmount(form, field, text);
  const props = { ...shared(form, field), label, value, hint, oncommit };
  switch (field) {
    case "beneficiary":
    case "stay_id":
      return <TextControl form={form} field={field} label={label} value={value} {...(hint !== undefined && { hint })} onchange={oncommit} />;
    case "membership_start":
      return <DateField {...props} isOptional />;
    case "tooth":
      return <IntegerField {...props} isOptional />;
    case "side":
      return <ChoiceField {...props} choices={Object.entries(amountWords.sides)} />;
    case "quantity":
      return <DecimalField {...props} isOptional placeholder="1" />;
    case "secu_rate_percent":
    case "pathway_rate_percent":
      return <DecimalField {...props} isOptional unit="%" />;
    default:
      return <DecimalField {...props} isOptional unit="€" />;
  }
}

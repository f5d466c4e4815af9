/** The money of an act as a part of its form: what most acts need first, the rest unfolded on demand. */
import type { ActAmounts } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { isUnfolded } from "../../store/lists";
import { focusOn } from "../../store/page";
import type { DraftAmounts } from "../../store/types";
import { draft } from "../../store/work";
import { Unfolding } from "../common/lists";
import { FIRST_AMOUNTS, OTHER_AMOUNTS } from "./amount-fields";
import { type Form, Input, Part, problemOf, setDraft } from "./fields";
import { amountWords } from "./words";

type Field = keyof ActAmounts;

const FIRST: readonly Field[] = FIRST_AMOUNTS;
const MORE: readonly Field[] = OTHER_AMOUNTS;
const NAMES: readonly Field[] = ["beneficiary", "stay_id"];
const UNFOLDED = "amounts";

export function AmountsPart({ form }: { form: Form }) {
  const given = MORE.filter((field) => isGiven(form.draft.amounts, field)).length;
  return (
    <Part title={amountWords.title}>
      <div class="fields">
        {FIRST.map((field) => (
          <Amount form={form} field={field} />
        ))}
      </div>
      <Unfolding part={UNFOLDED} class="inline-details" summary={amountWords.more(given)}>
        {() => (
          <div class="fields">{MORE.map((field) => (field === "side" ? <Side form={form} /> : <Amount form={form} field={field} />))}</div>
        )}
      </Unfolding>
    </Part>
  );
}

/** Leads to the control of something that is not given; null where the form has none of that name. */
export function askFor(field: string): (() => void) | null {
  const isAmount = Object.hasOwn(amountWords.fields, field);
  if (!isAmount && field !== "care_date") return null;
  return () => {
    if (MORE.includes(field as Field)) isUnfolded(UNFOLDED).value = true;
    focusOn(field);
  };
}

function isGiven(amounts: DraftAmounts, field: Field): boolean {
  return (amounts[field] ?? "").trim() !== "";
}

function setAmount(field: Field, text: string): void {
  const amounts = { ...draft.value.amounts, [field]: text };
  if (text === "") delete amounts[field];
  setDraft({ amounts });
}

function Amount({ form, field }: { form: Form; field: Field }) {
  const kind =
    field === "membership_start"
      ? { type: "date" }
      : NAMES.includes(field)
        ? { type: "text" }
        : { type: "text", inputmode: field === "tooth" ? "numeric" : "decimal" };
  return (
    <Input
      form={form}
      fact={field}
      label={amountWords.fields[field]}
      props={{ ...kind, value: form.draft.amounts[field] ?? "" }}
      oninput={(text) => setAmount(field, text)}
      hint={amountWords.hints[field]}
    />
  );
}

function Side({ form }: { form: Form }) {
  const problem = problemOf(form, "side");
  return (
    <div class="field">
      <label for="side">{amountWords.fields.side}</label>
      <select
        id="side"
        value={form.draft.amounts.side ?? ""}
        aria-describedby={problem ? "side-hint" : undefined}
        ref={takesFocus(form.focus?.id === "side" ? form.focus.request : null)}
        onChange={(event: Event) => setAmount("side", (event.target as HTMLSelectElement).value)}
      >
        {[
          ["", amountWords.sides.none],
          ["left", amountWords.sides.left],
          ["right", amountWords.sides.right],
        ].map(([value, words]) => (
          <option value={value!}>{words!}</option>
        ))}
      </select>
      {problem && (
        <p id="side-hint" class="hint bad">
          {problem}
        </p>
      )}
    </div>
  );
}

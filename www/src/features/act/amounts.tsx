/** The money of an act as a part of its form: what most acts need first, the rest unfolded on demand. */
import { amountWords } from "./words";
import type { DraftAmounts } from "./draft";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import type { ActAmounts } from "../../engine/engine";
import { unfolding } from "../common/lists";
import { getState, update, type State } from "../../store/state";
import { input, part, problemOf, setDraft, type Form } from "./fields";

type Field = keyof ActAmounts;

const FIRST: readonly Field[] = ["charged", "brss", "secu_rate_percent"];
const MORE: readonly Field[] = [
  "secu_reimbursement",
  "secu_paid",
  "flat_contribution",
  "franchise",
  "quantity",
  "plv",
  "hlf",
  "reconstituted_brss",
  "pmss",
  "beneficiary",
  "membership_start",
  "stay_id",
  "side",
  "tooth",
];
const NAMES: readonly Field[] = ["beneficiary", "stay_id"];
const UNFOLDED = "amounts";

export function amountsPart(form: Form, state: State): ComponentChildren {
  const given = MORE.filter((field) => isGiven(form.draft.amounts, field)).length;
  return part(
    amountWords.title,
    <div class="fields">{FIRST.map((field) => amount(form, field))}</div>,
    unfolding(state, UNFOLDED, { class: "inline-details" }, amountWords.more(given), () => (
      <div class="fields">{MORE.map((field) => (field === "side" ? side(form) : amount(form, field)))}</div>
    )),
  );
}

/** Leads to the control of something that is not given; null where the form has none of that name. */
export function askFor(field: string): (() => void) | null {
  const isAmount = Object.hasOwn(amountWords.fields, field);
  if (!isAmount && field !== "care_date") return null;
  return () => {
    const unfolded = new Set(getState().unfolded);
    if (MORE.includes(field as Field)) unfolded.add(UNFOLDED);
    update({ unfolded, controlFocus: { id: field, request: {} } });
  };
}

function isGiven(amounts: DraftAmounts, field: Field): boolean {
  return (amounts[field] ?? "").trim() !== "";
}

function setAmount(field: Field, text: string): void {
  const amounts = { ...getState().work.draft.amounts, [field]: text };
  if (text === "") delete amounts[field];
  setDraft({ amounts });
}

function amount(form: Form, field: Field): ComponentChildren {
  const kind =
    field === "membership_start"
      ? { type: "date" }
      : NAMES.includes(field)
        ? { type: "text" }
        : { type: "text", inputmode: field === "tooth" ? "numeric" : "decimal" };
  return input(
    form,
    field,
    amountWords.fields[field],
    { ...kind, value: form.draft.amounts[field] ?? "" },
    (text) => setAmount(field, text),
    amountWords.hints[field],
  );
}

function side(form: Form): ComponentChildren {
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

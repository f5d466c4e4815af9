/** How does the form lead to the control of a field? */
import { FACTS } from "../../engine/engine";
import { isUnfolded } from "../../store/lists";
import { focusOn } from "../../store/page";
import { isAmount } from "./amount-fields";
import { isNeeded } from "./needs";

/** The part of the form with what this care type does not need. */
export const MORE = "act/more";

const OTHERS = ["care_type", "care_date", "member_birth_date", "member_age", "teeth", "establishment"];

/** The fact that the form asks a field with. */
export function askedWith(field: string): string {
  return field === "teeth" ? "is_for_at_least_one_visible_tooth" : field === "establishment" ? "is_etablissement_conventionne" : field;
}

/** Null where the form has no control of that name. */
export function askFor(field: string): (() => void) | null {
  const isFact = FACTS.some(({ name }) => name === field);
  if (!isAmount(field) && !isFact && !OTHERS.includes(field)) return null;
  return () => {
    if (field !== "care_type" && !isNeeded(askedWith(field))) isUnfolded(MORE).value = true;
    focusOn(field);
  };
}

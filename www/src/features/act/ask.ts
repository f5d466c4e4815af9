/** How does the form lead to the control of a field? */
import { FACTS } from "../../engine/engine";
import { isUnfolded } from "../../store/lists";
import { focusOn } from "../../store/page";
import { isAmount } from "./amount-fields";
import { pageAct } from "./model";
import { askedWith, MORE } from "./needs";

const OTHERS = ["care_type", "care_date", "member_birth_date", "member_age", "teeth", "establishment"];

/** Null where the form has no control of that name. */
export function askFor(field: string): (() => void) | null {
  const isFact = FACTS.some(({ name }) => name === field);
  if (!isAmount(field) && !isFact && !OTHERS.includes(field)) return null;
  return () => {
    if (field !== "care_type" && !pageAct.isNeeded(askedWith(field))) isUnfolded(MORE).value = true;
    focusOn(field);
  };
}

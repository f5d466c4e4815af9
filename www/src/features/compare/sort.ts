/** The acts in the order that a person asked for; equal ones stay in that of the list. */
import { language } from "../../store/language";
import type { EuroRow, sorting } from "./euros";

export function sorted(rows: readonly EuroRow[], { by, isDescending }: typeof sorting.value, nameOf: (row: EuroRow) => string): EuroRow[] {
  const names = new Intl.Collator(language());
  const sign = isDescending ? -1 : 1;
  if (by === "act") return [...rows].sort((a, b) => sign * names.compare(nameOf(a), nameOf(b)));
  const amountOf = ({ before, after, difference }: EuroRow) => ({ before: before.complementary, after: after.complementary, difference })[by];
  return [...rows].sort((a, b) => {
    const [first, second] = [amountOf(a), amountOf(b)];
    // What is not known comes last, either way.
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * (Number(first) - Number(second));
  });
}

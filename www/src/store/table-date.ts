/** The day whose PMSS counts in the benefit table, as ISO date; null: today. Kept in the browser. */
import { signal } from "@preact/signals";
import { keep, stored } from "./storage";

const DATE = "care-coverage:table-date";
const ISO = /^\d{4}-\d{2}-\d{2}$/;

const kept = stored(() => localStorage, DATE);
export const tableDate = signal(kept !== null && ISO.test(kept) ? kept : null);

export function chooseTableDate(date: string | null): void {
  keep(() => localStorage, DATE, date ?? "");
  tableDate.value = date;
}

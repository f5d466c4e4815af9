/** Which act of the year is in the form of the Act view, and what have the acts before it used of the limits? */
import { computed } from "@preact/signals";
import type { LimitCounter } from "../../engine/engine";
import { compiled } from "../../store/readings";
import { documents, draft, nonConventioned, numbersIn, yearAct } from "../../store/work";
import { fromAct, givenAmounts, toAct } from "../act/draft";
import { differenceOf, readEntry } from "./entries";
import { askedOf, comesBefore, year, type YearRow } from "./model";

export type ActOfYear =
  /** The text of the year cannot be read now, or has no such entry any more. */
  | { state: "lost" }
  | {
      state: "found";
      row: YearRow;
      /** Among the acts in the order of their dates, from 1. */
      number: number;
      rows: readonly YearRow[];
    };

/** Null where the act of the form is on its own. */
export const actOfYear = computed((): ActOfYear | null => {
  const index = yearAct.value;
  if (index === null) return null;
  const reading = year.value;
  const at = reading?.state === "ready" ? reading.rows.findIndex((row) => row.index === index && row.act !== null) : -1;
  if (reading?.state !== "ready" || at < 0) return { state: "lost" };
  return { state: "found", row: reading.rows[at]!, number: at + 1, rows: reading.rows };
});

const careDate = computed(() => draft.value.facts.care_date ?? null);

/** What the acts before that of the form used of the limits, by the date that it has in the form. `leftOut`: how many of them do not count. */
const before = computed((): { counters: readonly LimitCounter[]; leftOut: number } => {
  const place = actOfYear.value;
  if (place?.state !== "found" || compiled.value === null) return { counters: [], leftOut: 0 };
  const { index } = place.row;
  const rows = place.rows.filter((row) => row.index !== index && comesBefore(row, careDate.value, index));
  const able = rows.filter((row) => row.result !== null);
  if (able.length === 0) return { counters: [], leftOut: rows.length };
  const answer = compiled.value.reimburseMany(able.map(askedOf), "last");
  return answer.ok ? { counters: answer.value.counters, leftOut: rows.length - able.length } : { counters: [], leftOut: rows.length };
});

export const countersBefore = computed(() => before.value.counters);
export const leftOutBefore = computed(() => before.value.leftOut);

/** What the form changes of the act as the year has it; null where the act is on its own. */
export const changesOfYear = computed((): Record<string, unknown> | null => {
  const index = yearAct.value;
  const json = documents.year.typedJson.value;
  const entry = index !== null && json.ok && Array.isArray(json.value) ? readEntry(json.value[index]) : null;
  if (entry === null) return null;
  const fromEstablishment = numbersIn(nonConventioned.value).length > 0;
  const asForm = (form: typeof draft.value) => ({ ...toAct(form, fromEstablishment), ...givenAmounts(form) });
  return differenceOf(asForm(fromAct(entry.act, entry.amounts)), asForm(draft.value));
});

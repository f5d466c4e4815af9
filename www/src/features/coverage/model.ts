/** What the Coverage view shows of the coverage in hand. */
import { computed, signal } from "@preact/signals";
import { acceptances, compiled, coverage, problems } from "../../store/readings";
import { documents } from "../../store/work";
import { marksIn } from "../text/marks";

/** Names of the open guarantees; null: as the view starts. */
export const openGuarantees = signal<ReadonlySet<string> | null>(null);
/** The care type asked about. */
export const askedCareType = signal<string | null>(null);

/** Overlaps, gaps, what nobody selects and what changes nothing. */
export const analysis = computed(() => compiled.value?.analysis(acceptances.value) ?? null);

export const marks = computed(() => {
  const reading = coverage.value;
  return marksIn(documents.coverage, problems.value, reading.state === "broken" ? reading.mistake : null);
});

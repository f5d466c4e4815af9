/** What the Dispense view shows of the snapshot in hand. */
import { computed, signal } from "@preact/signals";
import type { CheckOutcome } from "../../engine/engine";
import { dispense } from "../../store/readings";
import { documents } from "../../store/work";
import { marksIn } from "../text/marks";

/** What came of the dispense, as last said aloud. */
export const dispenseSaid = signal("");
/** The checks of this outcome are listed; null: all. */
export const listedOutcome = signal<CheckOutcome | null>(null);
/** The check that was asked for, by its position in the report. */
export const askedCheck = signal<{ index: number } | null>(null);

export const marks = computed(() => {
  const reading = dispense.value;
  return marksIn(documents.dispense, reading.state === "refused" ? reading.diagnostics : [], reading.state === "broken" ? reading.mistake : null);
});

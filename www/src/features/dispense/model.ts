/** What the Dispense view shows of the snapshot in hand. */
import { computed, signal } from "@preact/signals";
import type { DispenseSnapshot } from "../../engine/engine";
import { describeCheck } from "../../engine/words";
import { isObject } from "../../kit/json/values";
import { dispense, judged } from "../../store/readings";
import { documents } from "../../store/work";
import { marksIn } from "../text/marks";
import { factSections } from "./facts";

/** What came of the dispense, as last said aloud. */
export const dispenseSaid = signal("");
/** The check that was asked for, by its position in the report. */
export const askedCheck = signal<{ index: number } | null>(null);

let lastSnapshot: DispenseSnapshot | null = null;

/** As the text is read, for the form; while it cannot be read, as it could last be. */
export const snapshotNow = computed((): { snapshot: DispenseSnapshot; isCurrent: boolean } => {
  const json = documents.dispense.json.value;
  const isCurrent = json.ok && isObject(json.value);
  if (isCurrent) lastSnapshot = json.value as DispenseSnapshot;
  return { snapshot: lastSnapshot ?? ({} as DispenseSnapshot), isCurrent };
});

/** By place, why a check fails there. */
export const problemsByPlace = computed((): ReadonlyMap<string, string> => {
  const failed = (judged.value?.report.checks ?? []).filter(({ outcome, pointer }) => outcome === "failed" && pointer !== null);
  return new Map(failed.reverse().map((check) => [check.pointer!, describeCheck(check).why ?? ""]));
});

export const facts = computed(() => {
  const waiting = (judged.value?.report.checks ?? []).filter(({ outcome }) => outcome === "unknown");
  return factSections(snapshotNow.value.snapshot, new Set(waiting.flatMap(({ because }) => because)));
});

export const marks = computed(() => {
  const reading = dispense.value;
  return marksIn(reading.state === "refused" ? reading.diagnostics : [], reading.state === "broken" ? reading.mistake : null);
});

/** What is typed, before it is taken: the table is read with it as it will be then, so that what is shown is what is taken. */
import { computed, signal } from "@preact/signals";
import { askReading, type ReadingAnswer, type ReadingQuestion } from "../../engine/import";
import { Asking } from "../common/asking";
import { gridToRead } from "./grid-to-read";
import { type Draft, draft, questionOf, sheet } from "./model";
import { typedInto } from "./say";
import { rowsOf, type Spot } from "./spots";

/** Null while what is typed is what is there. */
export const typed = signal<{ spot: Spot; text: string } | null>(null);

interface Asked extends ReadingQuestion {
  /** As it would be. */
  of: Draft;
  key: string;
}

const question = computed((): Asked | null => {
  const [now, grid, change] = [draft.value, sheet.value?.grid, typed.value];
  if (!now || !grid || change === null) return null;
  const of = { ...now, ...typedInto(now, change.spot, change.text) };
  const asked = questionOf(of, gridToRead(grid, of));
  return asked && { ...asked, of, key: change.spot.key };
});

interface Answered {
  asked: Asked;
  answer: ReadingAnswer | { state: "failed" };
}

const asking = new Asking<Asked, Answered>(question, async (asked, signal) => {
  const { of: _, key: __, ...only } = asked;
  return { asked, answer: await askReading(only, signal) };
});

export const askForPreview = (): (() => void) => asking.start();

/** The place as it would be; null until it is known. */
export const preview = computed((): Spot | null => {
  const found = asking.isBehind.value ? null : asking.answer.value;
  if (found === null || found.answer.state !== "ready") return null;
  const { of, key } = found.asked;
  const row = rowsOf(of.sheets[of.sheet]!.grid, of, found.answer.reading)[Number(key.split(",")[0])];
  return row?.spots.find((spot) => spot.key === key) ?? null;
});

/** The footnotes that it would be read with. */
export const previewFootnotes = computed(() => {
  const answer = asking.answer.value?.answer;
  return answer?.state === "ready" ? answer.reading.footnotes : [];
});

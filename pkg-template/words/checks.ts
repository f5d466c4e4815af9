// A check of a dispense in words. What the system answers to one that fails is its own interface, and stays as it is.
import type * as main from "../care-coverage";
import type { Language } from "./language.ts";
import { list, quote, say } from "./numbers.ts";

export interface CheckInWords { asks: string; outcome: string; why: string | null; message: string | null }

export function checkInWords(language: Language, check: main.DeepReadonly<main.DispenseCheck>): CheckInWords {
  const words = language.checks;
  return {
    asks: wordsOf(language, check.id)?.asks ?? check.id,
    outcome: words.outcomes[check.outcome],
    why: whyInWords(language, check),
    message: check.message,
  };
}

function whyInWords(language: Language, { id, outcome, because }: main.DeepReadonly<main.DispenseCheck>): string | null {
  const words = language.checks;
  if (outcome === "failed") return wordsOf(language, id)?.failed ?? null;
  if (outcome === "passed" || because.length === 0) return null;
  const places = list(language, because.map((place) => (Object.hasOwn(words.reasons, place) ? words.reasons[place]! : quote(place))), "and");
  if (outcome === "unknown") return say(language, words.unknown, { places });
  const failed = wordsOf(language, because[0]!);
  return failed ? say(language, words.skipped_after, { asks: failed.asks }) : say(language, words.skipped, { places });
}

/** Undefined for a check that a later version has. */
function wordsOf(language: Language, id: string): { asks: string; failed: string } | undefined {
  const { checks } = language.checks;
  return Object.hasOwn(checks, id) ? checks[id] : undefined;
}

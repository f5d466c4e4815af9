/** Whether the coverage is shown as a form, as its text, or both next to one another: kept in the browser. */
import { computed, signal } from "@preact/signals";
import { keep, stored } from "./storage";

export const COVERAGE_MODES = ["form", "text", "both"] as const;
export type CoverageMode = (typeof COVERAGE_MODES)[number];

const MODE = "care-coverage:coverage-mode";
/** Where both have room next to one another. */
const WIDE = "(min-width: 64rem)";

const chosen = signal<CoverageMode | null>(storedMode());

/** As it was chosen before; at first the form. The text, and the editor with it, is fetched for those who ask for it. */
export const coverageMode = computed<CoverageMode>(() => chosen.value ?? "form");

export function chooseMode(mode: CoverageMode): void {
  keep(() => localStorage, MODE, mode);
  chosen.value = mode;
}

/** For this visit: a part that is asked for is shown, without a choice being kept. */
export function showPart(part: "form" | "text"): void {
  const now = coverageMode.peek();
  if (now !== part && now !== "both") chosen.value = hasRoom() ? "both" : part;
}

function hasRoom(): boolean {
  return matchMedia(WIDE).matches;
}

function storedMode(): CoverageMode | null {
  const text = stored(() => localStorage, MODE);
  return COVERAGE_MODES.find((mode) => mode === text) ?? null;
}

/** Whether a coverage is shown as a form, as its text, both next to one another, or as the table that its readers see. */
import { computed, type ReadonlySignal, signal } from "@preact/signals";

export const COVERAGE_MODES = ["form", "text", "both"] as const;
/** "table": where an editor has one, and the page no view for it. */
export type CoverageMode = (typeof COVERAGE_MODES)[number] | "table";

export interface Mode {
  mode: ReadonlySignal<CoverageMode>;
  chooseMode: (mode: CoverageMode) => void;
  /** For this visit: a part that is asked for is shown, without a choice being kept. */
  showPart: (part: "form" | "text") => void;
}

/** `kept`: as it was chosen before, and who keeps a choice; `hasRoom`: whether both have room next to one another. */
export function createMode(kept: { mode: CoverageMode | null; keep: (mode: CoverageMode) => void }, hasRoom: () => boolean): Mode {
  const chosen = signal(kept.mode);
  // At first the form. The text, and the editor with it, is fetched for those who ask for it.
  const mode = computed(() => chosen.value ?? "form");
  return {
    mode,
    chooseMode: (next) => {
      kept.keep(next);
      chosen.value = next;
    },
    showPart: (part) => {
      const now = mode.peek();
      if (now !== part && now !== "both") chosen.value = hasRoom() ? "both" : part;
    },
  };
}

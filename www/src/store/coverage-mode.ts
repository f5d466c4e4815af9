/** How the page shows the coverage: kept in the browser. */
import { COVERAGE_MODES, createMode } from "./editor/mode";
import { keep, stored } from "./storage";

const MODE = "care-coverage:coverage-mode";
/** Where form and text have room next to one another. */
const WIDE = "(min-width: 64rem)";

const text = stored(() => localStorage, MODE);

export const coverageMode = createMode(
  { mode: COVERAGE_MODES.find((mode) => mode === text) ?? null, keep: (mode) => keep(() => localStorage, MODE, mode) },
  () => matchMedia(WIDE).matches,
);

/** What has the engine made of the texts of the page? */
import { computed } from "@preact/signals";
import { type JudgedDispense, judgeDispense, type LoadedCoverage, type Reading, type TextDiagnostic } from "../engine/engine";
import { catalogOf, free, readCoverage, valueOf } from "./editor/readings";
import { attempt } from "./page";
import { pageEditor, readWith } from "./page-editor";
import { documents, otherIsBefore } from "./work";

const none = { state: "none" } as const;

export const { catalog, coverage, compiled, problems, acceptances } = pageEditor;

/** The own catalogue of the version to compare with; none where it has that of the version in hand. */
export const otherCatalog = catalogOf(documents.otherCatalog, readWith);

/** What the other version has not of its own is that of the version in hand. */
export const otherDocument = computed(() => (documents.otherCoverage.isThere.value ? documents.otherCoverage : documents.coverage));

let otherKept: LoadedCoverage | null = null;

export const otherCoverage = computed((): Reading<LoadedCoverage> => {
  attempt.value;
  const own = otherIsBefore.value !== null;
  const reading = own ? readCoverage(documents.otherCatalog.isThere.value ? otherCatalog.value : catalog.value, otherDocument.value, otherKept) : none;
  free(otherKept);
  otherKept = valueOf(reading);
  return reading;
});

/** The dispense, by the snapshot in hand. */
export const dispense = computed((): Reading<JudgedDispense, TextDiagnostic> => {
  attempt.value;
  const { read, json } = documents.dispense;
  return read.value.trim() === "" ? none : judgeDispense(read.value, json.value);
});

let lastJudged: JudgedDispense | null = null;

/** As it could last be judged; what the page shows while the text is being changed. */
export const judged = computed(() => {
  const reading = dispense.value;
  lastJudged = reading.state === "ready" ? reading.value : reading.state === "none" ? null : lastJudged;
  return lastJudged;
});

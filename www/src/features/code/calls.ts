/** Which call of the package made the answer that each view shows? Null while it shows none. */
import { computed, type ReadonlySignal } from "@preact/signals";
import { synonyms } from "../../store/page-editor";
import { catalog, compiled, coverage, dispense } from "../../store/readings";
import type { View } from "../../store/types";
import { documents, nonConventioned, numbersIn } from "../../store/work";
import { act, amounts, used } from "../act/model";
import { sides } from "../compare/model";
import { pageTable } from "../table/page-table";
import { askedOf, year } from "../year/model";
import { type Call, type CoverageFiles, literal } from "./call";
import { complianceCall, simulationCall } from "./model";

/** Of the catalogue in hand. */
export function options(): Pick<Call, "options"> {
  const numbers = numbersIn(nonConventioned.value);
  return numbers.length > 0 ? { options: { nonConventionedEstablishments: numbers } } : {};
}

const coverageCall = computed((): Call | null => {
  const isThere = catalog.value.state === "ready" && coverage.value.state !== "none";
  return isThere ? { ask: "validateCoverageText", isAccepting: documents.acceptances.isThere.value, ...options() } : null;
});

const catalogueCall = computed((): Call | null => (catalog.value.state === "ready" ? { ask: "getCareTypeMappings", ...options() } : null));

const actCall = computed((): Call | null => {
  if (act.value === null || compiled.value === null) return null;
  const { name, version } = compiled.value.payload;
  if (amounts.value === null) return { ask: "explain", act: act.value, name, version, ...options() };
  return { ask: "reimburse", act: { ...act.value, ...amounts.value }, counters: used.value, name, version, ...options() };
});

const yearCall = computed((): Call | null => {
  const reading = year.value;
  if (reading?.state !== "ready") return null;
  const acts = reading.rows.flatMap((row) => (row.result === null ? [] : [askedOf(row)]));
  return acts.length > 0 ? { ask: "reimburseMany", acts, ...options() } : null;
});

/** The files of the two versions that are compared; null while there are not two. */
export const comparedFiles = computed((): { before: CoverageFiles; after: CoverageFiles } | null => {
  if (sides.value === null) return null;
  const hand: CoverageFiles = { catalog: "catalog.json", coverage: "coverage.json" };
  const other: CoverageFiles = {
    catalog: documents.otherCatalog.isThere.value ? "other-catalog.json" : "catalog.json",
    coverage: documents.otherCoverage.isThere.value ? "other-coverage.json" : "coverage.json",
  };
  const isHandBefore = sides.value.inHand === "before";
  return { before: isHandBefore ? hand : other, after: isHandBefore ? other : hand };
});

const compareCall = computed((): Call | null => comparedFiles.value && { ask: "diff", ...comparedFiles.value, ...options() });

const simulateCall = computed((): Call | null => simulationCall.value?.value ?? (compiled.value ? { ask: "evaluateText", ...options() } : null));

const dispenseCall = computed((): Call | null => (dispense.value.state === "ready" ? { ask: "checkDispense" } : null));

const tableCall = computed((): Call | null => {
  const made = pageTable.making.answer.value;
  if (made?.answer.state !== "ready") return null;
  const { headings, examples } = made.answer.given;
  const hand = ["coverage.json"];
  const other = made.answer.table.coverages.length > 1 ? ["other-coverage.json"] : [];
  return {
    ask: "benefitTable",
    coverages: made.hand === 0 ? [...hand, ...other] : [...other, ...hand],
    date: made.answer.table.date,
    texts: { "headings.json": `${literal(headings)}\n`, "examples.json": `${literal({ examples })}\n`, "synonyms.json": `${literal(synonyms.value)}\n` },
    ...options(),
  };
});

export const calls: Record<View, ReadonlySignal<Call | null>> = {
  coverage: coverageCall,
  catalogue: catalogueCall,
  table: tableCall,
  act: actCall,
  year: yearCall,
  compare: compareCall,
  compliance: computed(() => complianceCall.value?.value ?? null),
  simulate: simulateCall,
  dispense: dispenseCall,
};

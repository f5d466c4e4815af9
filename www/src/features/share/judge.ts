/** What does the engine say of work that a link brings, and how long does that take? Asked in the worker of links. */
import type { Reading } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import { noResults, readWork } from "../../store/results";
import type { Work } from "../../store/state";
import { readYear } from "../year/model";

export type SharedText = "catalog" | "coverage" | "otherCatalog" | "otherCoverage" | "dispense";

/** Why a text cannot be read: where it is no JSON, or how many problems it has. */
export interface Unreadable {
  text: SharedText;
  mistake: Mistake | null;
  problems: number;
}

export interface Judged {
  milliseconds: number;
  unreadable: readonly Unreadable[];
}

export function judge(work: Work): Judged {
  const started = performance.now();
  const { catalog, coverage, compiled, other, dispense } = readWork(work, null, noResults);
  compiled?.analysis();
  if (compiled && work.year) readYear(work.year.text, compiled);
  if (compiled && other.coverage.state === "ready") compiled.diff(other.coverage.value);
  const readings: Record<SharedText, Reading<unknown>> = {
    catalog, coverage, otherCatalog: other.catalog, otherCoverage: work.other?.coverage ? other.coverage : { state: "none" }, dispense: dispense.reading,
  };
  const unreadable = Object.entries(readings).flatMap(([text, reading]) => unreadableIn(text as SharedText, reading));
  return { milliseconds: performance.now() - started, unreadable };
}

function unreadableIn(text: SharedText, reading: Reading<unknown>): Unreadable[] {
  if (reading.state === "failed") throw new EngineFailure(reading.code);
  if (reading.state === "broken") return [{ text, mistake: reading.mistake, problems: 0 }];
  return reading.state === "refused" ? [{ text, mistake: null, problems: reading.diagnostics.length }] : [];
}

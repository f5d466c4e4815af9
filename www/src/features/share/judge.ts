/** What does the engine say of work that a link brings, and how long does that take? Asked in the worker of links. */
import type { Reading } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import type { Mistake } from "../../kit/json/parse";
import { catalog, coverage, dispense, otherCatalog, otherCoverage } from "../../store/readings";
import { speak } from "../../store/language";
import type { Work } from "../../store/types";
import { documents, setWork } from "../../store/work";
import { pageEditor } from "../../store/page-editor";
import { comparison } from "../compare/model";
import { analysis } from "../coverage/model";
import { year } from "../year/model";
import * as yearWords from "../year/words.en";

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
  // A worker speaks no language of its own. Nothing of what it says here is shown.
  speak("en", { year: yearWords });
  // Nobody waits for this worker: a long text is read at once, too.
  for (const document of Object.values(documents)) document.prepare = null;
  setWork(work);
  analysis(pageEditor).value;
  year.value;
  comparison.value;
  const readings: Record<SharedText, Reading<unknown>> = {
    catalog: catalog.value, coverage: coverage.value, otherCatalog: otherCatalog.value,
    otherCoverage: work.other?.coverage ? otherCoverage.value : { state: "none" }, dispense: dispense.value,
  };
  const unreadable = Object.entries(readings).flatMap(([text, reading]) => unreadableIn(text as SharedText, reading));
  return { milliseconds: performance.now() - started, unreadable };
}

function unreadableIn(text: SharedText, reading: Reading<unknown>): Unreadable[] {
  if (reading.state === "failed") throw new EngineFailure(reading.code);
  if (reading.state === "broken") return [{ text, mistake: reading.mistake, problems: 0 }];
  return reading.state === "refused" ? [{ text, mistake: null, problems: reading.diagnostics.length }] : [];
}

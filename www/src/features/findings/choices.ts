/**
 * The choices of a finding: edits of the coverage after which it is gone and nothing new is wrong.
 *
 * Each candidate is tried in a worker before it is offered. Only what is shown is asked for, one finding after the other, once the text
 * rests; when the text changes, what was found is for nobody.
 */
import { computed, type ReadonlySignal, signal, type Signal } from "@preact/signals";
import type { LoadedCatalog, LoadedCoverage } from "../../engine/engine";
import type { Trial, TrialBasis, Trials } from "../../engine/trials";
import type { Parsed } from "../../kit/json/parse";
import { applyEdits, patchedText } from "../../kit/json/patch";
import type { Editor } from "../../store/editor/editor";
import { perEditor } from "../../store/editor/per-editor";
import { analysis } from "../coverage/model";
import { fixOf } from "../text/actions";
import type { Candidate } from "./candidates";
import { effectsOf, type Effects, losesCover } from "./effects";
import type { Finding } from "./findings";
import { gapCandidates } from "./gap-choices";
import { overlapCandidates } from "./overlap-choices";
import { problemCandidates } from "./problem-choices";
import { isSettled, type Known, makesWorse } from "./verdict";

export interface Choice extends Candidate {
  /** The text of the coverage with it. */
  text: string;
  /** What it does to acts; null where the coverage cannot be compiled. */
  effects: Effects | null;
}

/** A coverage with more findings is not looked at: each trial would hand over all of them. */
const MOST_FINDINGS = 1000;
const REST_MS = 250;

interface State {
  basis: TrialBasis;
  known: Known;
  /** As it can be read now; null while it cannot. */
  coverage: LoadedCoverage | null;
  catalog: LoadedCatalog | null;
  json: Parsed;
  found: Map<string, Signal<readonly Choice[] | null>>;
}

/** A new one for each text, so that what is found of another is not taken for it. */
const state = perEditor((editor) =>
  computed((): State => {
    const { documents, nonConventioned, acceptances, problems, compiled } = editor;
    const basis = {
      catalog: documents.catalog.read.value,
      nonConventioned: nonConventioned.value,
      coverage: documents.coverage.read.value,
      accept: acceptances.value,
    };
    const isReady = editor.coverage.value.state === "ready";
    const known = { problems: problems.value, analysis: isReady ? analysis(editor).value : null };
    return { basis, known, coverage: isReady ? compiled.value : null, catalog: catalogInHand(editor), json: documents.coverage.json.value, found: new Map() };
  }),
);

export const areTooMany = perEditor((editor) =>
  computed(() => {
    const { analysis } = state(editor).value.known;
    return analysis !== null && analysis.overlaps.length + analysis.gaps.length > MOST_FINDINGS;
  }),
);

/** Null while they are looked for. */
export function choicesOf(editor: Editor, finding: Finding): readonly Choice[] | null {
  const current = state(editor);
  const now = current.value;
  let choices = now.found.get(finding.key);
  if (!choices) {
    now.found.set(finding.key, (choices = signal(null)));
    waiting.push({ finding, state: now, current, choices });
    void work().catch(() => undefined);
  }
  return choices.value;
}

/** A finding that is to be looked at, for as long as the state is the current one of its editor. */
interface Job {
  finding: Finding;
  state: State;
  current: ReadonlySignal<State>;
  choices: Signal<readonly Choice[] | null>;
}

/** Of all editors: they share the worker. */
const waiting: Job[] = [];
let isWorking = false;
let trials: Promise<Trials> | null = null;

async function work(): Promise<void> {
  if (isWorking) return;
  isWorking = true;
  let rested: State | null = null;
  try {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      if (job.state !== job.current.peek()) continue;
      if (job.state !== rested) await new Promise((resolve) => setTimeout(resolve, REST_MS));
      if (job.state !== job.current.peek()) continue;
      rested = job.state;
      job.choices.value = await look(job).catch(() => []);
    }
  } finally {
    // The engine may fail at what is read here; what is asked next is looked at again.
    isWorking = false;
  }
}

async function look({ finding, state: now, current }: Job): Promise<readonly Choice[]> {
  const { basis, known } = now;
  const found: Choice[] = [];
  // What the fix of the engine does needs no second way.
  const fix = finding.kind === "problem" ? fixOf(finding.problem) : null;
  const seen = new Set<string>(fix ? [applyEdits(basis.coverage, [...fix.edits].reverse())] : []);
  for (const candidate of candidatesOf(finding, now)) {
    const text = patchedText(basis.coverage, candidate.operations);
    // `"150"` and 150 are called the same; the first that does is enough.
    if (text === null || seen.has(text) || found.some(({ title }) => title() === candidate.title())) continue;
    seen.add(text);
    const trial = await tried(basis, text);
    if (now !== current.peek()) return [];
    if (trial === null || !isSettled(finding, known, trial) || makesWorse(finding, known, trial)) continue;
    // Two ways to write the same are one choice; the shorter one comes first.
    const same = trial.changes && JSON.stringify(trial.changes.decision_changes);
    if (finding.kind !== "problem" && same !== null && seen.has(same)) continue;
    if (same !== null) seen.add(same);
    found.push({ ...candidate, text, effects: trial.changes && effectsOf(trial.changes) });
  }
  return found.toSorted((a, b) => Number(a.effects !== null && losesCover(a.effects)) - Number(b.effects !== null && losesCover(b.effects)));
}

async function tried(basis: TrialBasis, text: string): Promise<Trial | null> {
  const loading = (trials ??= import("../../engine/trials").then(({ Trials }) => new Trials()));
  try {
    return await (await loading).try(basis, text);
  } catch {
    trials = null;
    return null;
  }
}

function candidatesOf(finding: Finding, { json, coverage, catalog, known }: State): Candidate[] {
  if (finding.kind === "problem") return problemCandidates(finding.problem, known.problems, json, catalog);
  if (coverage === null) return [];
  return finding.kind === "overlap" ? overlapCandidates(coverage, finding) : gapCandidates(coverage, finding);
}

export function catalogInHand({ catalog }: Editor): LoadedCatalog | null {
  const reading = catalog.value;
  return reading.state === "ready" ? reading.value : null;
}

/** How is the file in hand simulated? One simulation at a time; it goes on while another view is open. */
import { notice, say, view } from "../../store/page";
import { catalog } from "../../store/readings";
import { lookUp } from "../versions/actions";
import { type Answer, asked, chosenGroups, columnOfGroup, type CostPhase, type Costs, costs, type Group, groups, isChoiceKnown } from "./cost-model";
import { simulate } from "./cost-run";
import { costWords as c } from "./cost-words";
import { askForHeadings } from "./headings-file";
import { actsFile, isReadable } from "./model";
import { type Choice, chosenSides, sides } from "./sides";

/** The page is drawn again so often. */
const DRAWN_EVERY_MS = 100;
const SAID_EVERY_PERCENT = 25;

/** The newest; what an earlier one still answers is for nobody. */
let running: AbortController | null = null;

/** Before a file is asked, so that nothing is computed twice. */
export async function lookUpChoices(): Promise<void> {
  await Promise.all([lookUp(), askForHeadings()]);
  isChoiceKnown.value = true;
}

export async function simulateFile(): Promise<void> {
  running?.abort();
  const now = actsFile.value;
  if (!now?.look) return;
  const { signal } = (running = new AbortController());
  const { file, look, fields, isNational } = now;
  const of = asked.value;
  const last = costs.value?.file === file ? answered(costs.value) : null;
  const start = (phase: CostPhase, said: string) => {
    costs.value = { file, phase, before: last, asked: of, said };
  };
  const missing = look.table && !isNational ? (["care_type", "charged"] as const).filter((field) => !fields.includes(field)) : [];
  if (missing.length > 0) return start({ state: "columns", missing }, c.columnsNeeded(missing));
  if (!isReadable.value || catalog.value.state !== "ready") return start({ state: "waiting" }, c.waiting(file.name));
  start({ state: "running", rows: 0, bytes: 0 }, c.saidStart(file.name));
  let drawn = performance.now();
  const onProgress = ({ rows, bytes }: { rows: number; bytes: number }) => {
    if (signal.aborted || performance.now() - drawn < DRAWN_EVERY_MS) return;
    drawn = performance.now();
    show({ phase: { state: "running", rows, bytes }, said: saidOf(file, bytes) });
  };
  try {
    const question = { actsFile: now, sides: sides.value, groups: groups.value, catalog: catalog.value.value, asked: of };
    const answer = await simulate(question, signal, onProgress);
    if (!answer.ok) {
      show({ phase: { state: "failed", failure: answer.failure }, before: null, said: c.failure[answer.failure.kind].title(file.name) });
      return sayElsewhere(c.failure[answer.failure.kind].title(file.name), "failed");
    }
    show({ phase: { state: "done", answer: answer.answer }, before: null, said: c.saidDone(answer.answer.simulation.rows) });
    sayElsewhere(c.doneElsewhere(file.name), "done");
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Before another file: what is computed of the one before is for nobody, and its columns are none of the next. */
export function forgetCosts(): void {
  running?.abort();
  costs.value = null;
  chosenGroups.value = chosenGroups.value?.filter((group) => columnOfGroup(group) === null) ?? null;
}

export function cancelSimulation(): void {
  const phase = costs.value?.phase;
  if (phase?.state !== "running") return;
  running?.abort();
  show({ phase: { ...phase, state: "cancelled" }, said: c.saidCancelled });
}

export function setSide(side: "current" | "draft", choices: readonly Choice[]): void {
  const now = sides.value;
  if (side === "current") chosenSides.value = { ...now, current: choices.length > 0 ? choices : ["hand"] };
  else chosenSides.value = { ...now, draft: choices.length > 0 ? choices : null };
}

export function swapSides(): void {
  const { current, draft } = sides.value;
  if (draft !== null) chosenSides.value = { current: draft, draft: current };
}

export function setGroups(next: readonly Group[]): void {
  chosenGroups.value = next;
}

function answered({ phase, before }: Costs): Answer | null {
  return phase.state === "done" ? phase.answer : before;
}

function show(change: Partial<Costs>): void {
  if (costs.value) costs.value = { ...costs.value, ...change };
}

/** Each quarter once: who listens is not to hear of every part. */
function saidOf(file: File, bytes: number): string {
  const percent = Math.floor((bytes / file.size) * (100 / SAID_EVERY_PERCENT)) * SAID_EVERY_PERCENT;
  return percent <= 0 || percent >= 100 ? (costs.value?.said ?? "") : c.saidProgress(percent);
}

/** Who has gone to another view reads it there, unless something else is offered. */
function sayElsewhere(text: string, tone: "done" | "failed"): void {
  if (view.value !== "simulate" && notice.value === null) say({ tone, text });
}

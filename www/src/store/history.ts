/**
 * What can be undone? Every change of the work, whoever made it: a text, a form, a cell, a picker. One history for the page.
 *
 * A step is what one batch of changes left different. Typing is one step for as long as a field keeps the focus; in the text editor for as
 * long as it goes on at one place without a pause. Texts are kept as what was replaced in them, so that a thousand keys in a long text cost
 * a thousand keys. It is kept with the work of the tab, and survives a reload.
 */
import { computed, effect, signal } from "@preact/signals";
import { deltaOf, isAt, joined, type TextDelta, withDelta, withoutDelta } from "../kit/text-delta";
import { lastFix } from "./page";
import type { LoadedText, Work } from "./types";
import { setWork, work } from "./work";

const TEXTS = ["catalog", "coverage", "dispense", "year", "acceptances", "profile", "classes"] as const;
const VALUES = ["draft", "nonConventioned", "other", "yearAct", "compliance"] as const satisfies readonly Exclude<keyof Work, (typeof TEXTS)[number]>[];

type TextPart = (typeof TEXTS)[number];
type About = Omit<LoadedText, "text"> | null;

interface TextChange {
  part: TextPart;
  before: About;
  after: About;
  deltas: TextDelta[];
}

interface ValueChange {
  part: (typeof VALUES)[number];
  before: unknown;
  after: unknown;
}

export interface Step {
  id: number;
  /** What was done, as it was said; null where nothing was said. */
  words: string | null;
  changes: (TextChange | ValueChange)[];
}

/** Where something is being typed: with the same one, a change goes on with the step before. */
interface Typing {
  place: unknown;
  /** A pause of so many milliseconds begins another step. */
  pause: number;
}

const MOST_STEPS = 500;
/** Of characters that are kept over a reload. */
const MOST_KEPT = 1_000_000;

const past = signal<readonly Step[]>([]);
const future = signal<readonly Step[]>([]);

export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** The step that `undo` takes back. */
export const lastStep = computed(() => past.value.at(-1) ?? null);
/** The step that `redo` makes again. */
export const nextStep = computed(() => future.value[0] ?? null);

let isRecording = true;
let seen: Work = work.peek();
let nextId = 1;
let announced: { id: number; words: string } | null = null;
let typing: Typing | null = null;
/** What the last step came from, and when. */
let last: { typing: Typing; at: number } | null = null;

/** The next change is said with these words; the step that it becomes has this id. */
export function announceStep(words: string): number {
  announced = { id: nextId, words };
  return nextId;
}

/** Until the function that is returned is called, changes are typed at this place. */
export function beginTyping(place: unknown, pause: number): () => void {
  const begun = { place, pause };
  typing = begun;
  return () => {
    if (typing === begun) typing = null;
  };
}

export function asTyping<T>(place: unknown, pause: number, change: () => T): T {
  const end = beginTyping(place, pause);
  try {
    return change();
  } finally {
    end();
  }
}

/** The place is left: what is typed there next is another step. */
export function endTyping(): void {
  last = null;
}

/** A change that nobody made, such as the work that a page begins with. */
export function unrecorded<T>(change: () => T): T {
  isRecording = false;
  try {
    return change();
  } finally {
    seen = work.peek();
    isRecording = true;
  }
}

export function undo(): Step | null {
  const step = past.peek().at(-1);
  return step && turn(step, "before", past.peek().slice(0, -1), [step, ...future.peek()]) ? step : null;
}

export function redo(): Step | null {
  const step = future.peek()[0];
  return step && turn(step, "after", [...past.peek(), step], future.peek().slice(1)) ? step : null;
}

/** From here on, changes are steps. */
export function recordHistory(): void {
  seen = work.peek();
  effect(() => {
    const now = work.value;
    if (now === seen) return;
    if (isRecording) record(now);
    seen = now;
  });
}

/** As text, for the tab's storage: the newest steps that there is room for. */
export function historyText(): string {
  let room = MOST_KEPT;
  const fits = (step: Step) => (room -= JSON.stringify(step).length) > 0;
  const kept = past.peek().toReversed();
  const [steps, again] = [kept.slice(0, firstNot(kept, fits)).reverse(), future.peek().slice(0, firstNot(future.peek(), fits))];
  return JSON.stringify({ past: steps, future: again });
}

/** The history of the work that is in hand now; a text that is none is none. */
export function restoreHistory(text: string): void {
  try {
    const kept = JSON.parse(text) as { past: Step[]; future: Step[] };
    if (![...kept.past, ...kept.future].every((step) => typeof step.id === "number" && Array.isArray(step.changes))) return;
    [past.value, future.value] = [kept.past, kept.future];
    nextId = Math.max(0, ...[...kept.past, ...kept.future].map(({ id }) => id)) + 1;
  } catch {
    // Written by another version of the page.
  }
}

function firstNot<T>(list: readonly T[], isIt: (entry: T) => boolean): number {
  const index = list.findIndex((entry) => !isIt(entry));
  return index < 0 ? list.length : index;
}

function record(now: Work): void {
  const changes = changesBetween(seen, now);
  const said = announced;
  announced = null;
  if (changes.length === 0) return;
  future.value = [];
  const before = past.peek().at(-1);
  const at = Date.now();
  const goesOn = before && said === null && last && typing && last.typing.place === typing.place && at - last.at < typing.pause;
  const merged = goesOn ? mergedChanges(before.changes, changes, Number.isFinite(typing!.pause)) : null;
  last = typing && { typing, at };
  if (before && merged) {
    past.value = [...past.peek().slice(0, -1), { ...before, changes: merged }];
    return;
  }
  const step = { id: said?.id ?? nextId, words: said?.words ?? null, changes };
  nextId = Math.max(nextId, step.id) + 1;
  past.value = [...past.peek(), step].slice(-MOST_STEPS);
}

/** A history that is of other texts than these is none: then it goes, the texts stay, and the answer is false. */
function turn(step: Step, to: "before" | "after", nextPast: readonly Step[], nextFuture: readonly Step[]): boolean {
  last = null;
  const changed = step.changes.map((change) => [change.part, "deltas" in change ? turnedText(change, to) : change[to]] as const);
  if (changed.some(([, value]) => value === undefined)) {
    [past.value, future.value] = [[], []];
    return false;
  }
  lastFix.value = null;
  unrecorded(() => setWork({ ...work.peek(), ...Object.fromEntries(changed) }));
  past.value = nextPast;
  future.value = nextFuture;
  return true;
}

/** Undefined where the text is not the one that was changed. */
function turnedText(change: TextChange, to: "before" | "after"): LoadedText | null | undefined {
  let text = work.peek()[change.part]?.text ?? "";
  for (const delta of to === "after" ? change.deltas : change.deltas.toReversed()) {
    if (!isAt(text, delta, to === "after" ? delta.removed : delta.inserted)) return undefined;
    text = to === "after" ? withDelta(text, delta) : withoutDelta(text, delta);
  }
  const about = change[to];
  return about && { ...about, text };
}

function changesBetween(before: Work, after: Work): Step["changes"] {
  const texts = TEXTS.filter((part) => before[part] !== after[part]).flatMap((part): TextChange[] => {
    const delta = deltaOf(before[part]?.text ?? "", after[part]?.text ?? "");
    const [was, is] = [aboutOf(before[part]), aboutOf(after[part])];
    const isSame = delta.removed === delta.inserted && JSON.stringify(was) === JSON.stringify(is);
    return isSame ? [] : [{ part, before: was, after: is, deltas: [delta] }];
  });
  const values = VALUES.filter((part) => before[part] !== after[part]).map((part): ValueChange => ({ part, before: before[part], after: after[part] }));
  return [...texts, ...values];
}

function aboutOf(loaded: LoadedText | null): About {
  if (loaded === null) return null;
  const { text: _, ...about } = loaded;
  return about;
}

/** `isAtOnePlace`: only where texts change at the place where they changed before; else null. */
function mergedChanges(first: Step["changes"], second: Step["changes"], isAtOnePlace: boolean): Step["changes"] | null {
  const merged = [...first];
  for (const change of second) {
    const at = merged.findIndex(({ part }) => part === change.part);
    const before = merged[at];
    if (!before) {
      merged.push(change);
    } else if ("deltas" in before && "deltas" in change) {
      const [delta, next] = [before.deltas.at(-1), change.deltas[0]];
      const one = delta && next ? joined(delta, next) : null;
      if (one === null && isAtOnePlace) return null;
      const deltas = one ? [...before.deltas.slice(0, -1), one] : [...before.deltas, ...change.deltas];
      merged[at] = { ...before, after: change.after, deltas };
    } else {
      merged[at] = { ...before, after: change.after } as ValueChange;
    }
  }
  return merged;
}

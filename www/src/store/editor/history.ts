/**
 * What can be undone? Every change of what a history is of, whoever made it: a text, a form, a cell, a picker.
 *
 * A step is what one batch of changes left different. Typing is one step for as long as a field keeps the focus; in the text editor for as
 * long as it goes on at one place without a pause. Texts are kept as what was replaced in them, so that a thousand keys in a long text cost
 * a thousand keys.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import { deltaOf, isAt, joined, type TextDelta, withDelta, withoutDelta } from "../../kit/text-delta";
import type { LoadedText } from "../types";

/** What a history is of: texts and other values, by their names. */
export interface Recorded {
  /** Another object whenever one of them is another. */
  now: ReadonlySignal<object>;
  texts: readonly string[];
  values: readonly string[];
  /** A step is taken back or made again: this is what they are then. The others stay. */
  set: (changed: Readonly<Record<string, unknown>>) => void;
}

type Parts = Readonly<Record<string, unknown>>;

type About = Omit<LoadedText, "text"> | null;

interface TextChange {
  part: string;
  before: About;
  after: About;
  deltas: TextDelta[];
}

interface ValueChange {
  part: string;
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

/** Of all histories: what is said of a step of one is not meant of a step of another. */
let nextId = 1;

const MOST_STEPS = 500;
/** Of characters that are kept over a reload. */
const MOST_KEPT = 1_000_000;

export class History {
  readonly #of: Recorded;
  readonly #past = signal<readonly Step[]>([]);
  readonly #future = signal<readonly Step[]>([]);

  readonly canUndo = computed(() => this.#past.value.length > 0);
  readonly canRedo = computed(() => this.#future.value.length > 0);
  /** The step that `undo` takes back. */
  readonly lastStep = computed(() => this.#past.value.at(-1) ?? null);
  /** The step that `redo` makes again. */
  readonly nextStep = computed(() => this.#future.value[0] ?? null);

  #isRecording = true;
  #seen: object;
  #announced: { id: number; words: string } | null = null;
  #typing: Typing | null = null;
  /** What the last step came from, and when. */
  #last: { typing: Typing; at: number } | null = null;

  constructor(of: Recorded) {
    this.#of = of;
    this.#seen = of.now.peek();
  }

  /** The next change is said with these words; the step that it becomes has this id. */
  announce(words: string): number {
    this.#announced = { id: nextId++, words };
    return this.#announced.id;
  }

  /** Until the function that is returned is called, changes are typed at this place. */
  beginTyping(place: unknown, pause: number): () => void {
    const begun = { place, pause };
    this.#typing = begun;
    return () => {
      if (this.#typing === begun) this.#typing = null;
    };
  }

  asTyping<T>(place: unknown, pause: number, change: () => T): T {
    const end = this.beginTyping(place, pause);
    try {
      return change();
    } finally {
      end();
    }
  }

  /** More may be typed at the place of the last change. */
  get isTyping(): boolean {
    return this.#last !== null;
  }

  /** The place is left: what is typed there next is another step. */
  endTyping(): void {
    this.#last = null;
  }

  /** A change that nobody made, such as the work that a page begins with. */
  unrecorded<T>(change: () => T): T {
    this.#isRecording = false;
    try {
      return change();
    } finally {
      this.#seen = this.#of.now.peek();
      this.#isRecording = true;
    }
  }

  /** What is there now is where the history begins. */
  clear(): void {
    [this.#past.value, this.#future.value] = [[], []];
    this.#seen = this.#of.now.peek();
    this.#last = null;
  }

  undo(): Step | null {
    const step = this.#past.peek().at(-1);
    return step && this.#turn(step, "before", this.#past.peek().slice(0, -1), [step, ...this.#future.peek()]) ? step : null;
  }

  redo(): Step | null {
    const step = this.#future.peek()[0];
    return step && this.#turn(step, "after", [...this.#past.peek(), step], this.#future.peek().slice(1)) ? step : null;
  }

  /** From here on, changes are steps. */
  record(): void {
    this.#seen = this.#of.now.peek();
    effect(() => {
      const now = this.#of.now.value;
      if (now === this.#seen) return;
      if (this.#isRecording) this.#add(now);
      this.#seen = now;
    });
  }

  /** As text, for the tab's storage: the newest steps that there is room for. */
  text(): string {
    let room = MOST_KEPT;
    const fits = (step: Step) => (room -= JSON.stringify(step).length) > 0;
    const kept = this.#past.peek().toReversed();
    const [steps, again] = [kept.slice(0, firstNot(kept, fits)).reverse(), this.#future.peek().slice(0, firstNot(this.#future.peek(), fits))];
    return JSON.stringify({ past: steps, future: again });
  }

  /** The history of the work that is in hand now; a text that is none is none. */
  restore(text: string): void {
    try {
      const kept = JSON.parse(text) as { past: Step[]; future: Step[] };
      if (![...kept.past, ...kept.future].every((step) => typeof step.id === "number" && Array.isArray(step.changes))) return;
      [this.#past.value, this.#future.value] = [kept.past, kept.future];
      nextId = Math.max(nextId, ...[...kept.past, ...kept.future].map(({ id }) => id + 1));
    } catch {
      // Written by another version of the page.
    }
  }

  #add(now: object): void {
    const changes = this.#changesBetween(this.#seen, now);
    const said = this.#announced;
    this.#announced = null;
    if (changes.length === 0) return;
    this.#future.value = [];
    const before = this.#past.peek().at(-1);
    const at = Date.now();
    const goesOn = before && said === null && this.#last && this.#typing && this.#last.typing.place === this.#typing.place && at - this.#last.at < this.#typing.pause;
    const merged = goesOn ? mergedChanges(before.changes, changes, Number.isFinite(this.#typing!.pause)) : null;
    this.#last = this.#typing && { typing: this.#typing, at };
    if (before && merged) {
      this.#past.value = [...this.#past.peek().slice(0, -1), { ...before, changes: merged }];
      return;
    }
    const step = { id: said?.id ?? nextId++, words: said?.words ?? null, changes };
    this.#past.value = [...this.#past.peek(), step].slice(-MOST_STEPS);
  }

  /** A history that is of other texts than these is none: then it goes, the texts stay, and the answer is false. */
  #turn(step: Step, to: "before" | "after", nextPast: readonly Step[], nextFuture: readonly Step[]): boolean {
    this.#last = null;
    const changed = step.changes.map((change) => [change.part, "deltas" in change ? this.#turnedText(change, to) : change[to]] as const);
    if (changed.some(([, value]) => value === undefined)) {
      this.clear();
      return false;
    }
    this.unrecorded(() => this.#of.set(Object.fromEntries(changed)));
    this.#past.value = nextPast;
    this.#future.value = nextFuture;
    return true;
  }

  /** Undefined where the text is not the one that was changed. */
  #turnedText(change: TextChange, to: "before" | "after"): LoadedText | null | undefined {
    let text = textIn(this.#of.now.peek(), change.part)?.text ?? "";
    for (const delta of to === "after" ? change.deltas : change.deltas.toReversed()) {
      if (!isAt(text, delta, to === "after" ? delta.removed : delta.inserted)) return undefined;
      text = to === "after" ? withDelta(text, delta) : withoutDelta(text, delta);
    }
    const about = change[to];
    return about && { ...about, text };
  }

  #changesBetween(before: object, after: object): Step["changes"] {
    const isOther = (part: string) => (before as Parts)[part] !== (after as Parts)[part];
    const texts = this.#of.texts.filter(isOther).flatMap((part): TextChange[] => {
      const [old, now] = [textIn(before, part), textIn(after, part)];
      const delta = deltaOf(old?.text ?? "", now?.text ?? "");
      const [was, is] = [aboutOf(old), aboutOf(now)];
      const isSame = delta.removed === delta.inserted && JSON.stringify(was) === JSON.stringify(is);
      return isSame ? [] : [{ part, before: was, after: is, deltas: [delta] }];
    });
    const values = this.#of.values.filter(isOther).map((part): ValueChange => ({ part, before: (before as Parts)[part], after: (after as Parts)[part] }));
    return [...texts, ...values];
  }
}

function firstNot<T>(list: readonly T[], isIt: (entry: T) => boolean): number {
  const index = list.findIndex((entry) => !isIt(entry));
  return index < 0 ? list.length : index;
}

function textIn(work: object, part: string): LoadedText | null {
  return ((work as Parts)[part] ?? null) as LoadedText | null;
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

/**
 * What would a version change for the last file that was simulated? Asked in the background before the version is saved, which waits for
 * nothing.
 */
import { computed, type ReadonlySignal } from "@preact/signals";
import type { Basis } from "../../engine/amounts";
import { catalog } from "../../store/readings";
import { Asking } from "../common/asking";
import { loadedWords } from "../documents/words";
import { bringBack } from "./actions";
import { sentenceOf } from "./cost-amounts";
import { type CostAnswer, simulateBases } from "./cost-run";
import { actsFile, type ActsFile, basis } from "./model";

/** The version that is to be saved, by what is stored before it. */
export interface Saved {
  name: string;
  version: number;
  /** The text of the version before it. */
  before: string;
}

interface Question {
  actsFile: ActsFile;
  saved: Saved;
  /** The coverage in hand. */
  after: Basis;
}

export type GateState =
  | { state: "none" }
  | { state: "columns" | "asking" | "failed"; file: string }
  | { state: "ready"; file: string; words: string };

/** A file that was only dropped was not simulated: its columns may not be known. */
function isSimulable({ look, fields }: ActsFile): boolean {
  return look !== null && (look.table === null || (fields.includes("care_type") && fields.includes("charged")));
}

/** `saved`: null while nothing is to be saved, or nothing was stored before. */
export class Gate {
  #last: Question | null = null;

  constructor(private readonly saved: ReadonlySignal<Saved | null>) {}

  /** The same object while it is the same question, however far the rows of the file are evaluated. */
  readonly #question = computed((): Question | null => {
    const [file, saved, after] = [actsFile.value, this.saved.value, basis.value];
    const next = file && saved && after && isSimulable(file) ? { actsFile: file, saved, after } : null;
    return next && this.#last && isSame(next, this.#last) ? this.#last : (this.#last = next);
  });

  readonly #asking = new Asking<Question, CostAnswer>(this.#question, ({ actsFile, saved: { name, version, before }, after }, signal) => {
    const types = catalog.peek();
    if (types.state !== "ready") return Promise.resolve({ ok: false, failure: { kind: "worker", cause: "" } });
    const bases = { current: [{ ...after, coverage: before }], draft: [after] };
    const names = { current: loadedWords.version(name, version - 1), draft: loadedWords.version(name, version) };
    return simulateBases({ actsFile, bases, names, groups: [], catalog: types.value, asked: [] }, signal);
  });

  readonly state = computed((): GateState => {
    const now = actsFile.value;
    if (now === null) return { state: "none" };
    const file = now.file.name;
    if (!isSimulable(now)) return { state: "columns", file };
    const answer = this.#asking.answer.value;
    if (answer === null || this.#asking.isBehind.value) return { state: "asking", file };
    return answer.ok ? { state: "ready", file, words: sentenceOf(answer.answer) } : { state: "failed", file };
  });

  /** Asks until the function that is returned is called. The file that this tab had before a reload is the last one, too. */
  start(): () => void {
    if (actsFile.peek() === null) void bringBack();
    return this.#asking.start();
  }
}

function isSame(a: Question, b: Question): boolean {
  return a.actsFile.file === b.actsFile.file && a.actsFile.fields === b.actsFile.fields && a.saved.before === b.saved.before && a.saved.version === b.saved.version && a.after.coverage === b.after.coverage && a.after.catalog === b.after.catalog;
}

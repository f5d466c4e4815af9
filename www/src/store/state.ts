/**
 * What does the page hold, and what outlives a reload? This file alone persists.
 *
 * Each tab keeps its own work (session storage), so that two tabs never overwrite one another; the last saved work (local storage) is where a new
 * tab starts. The view stands in the URL fragment.
 */
import { emptyDraft, type ActDraft } from "../features/act/draft";
import type { Batch } from "../features/batch/actions";
import type { FocusRequest } from "../kit/focus";
import type { CheckOutcome, Diagnostic, Severity } from "../engine/engine";
import type { ExampleAct } from "../features/documents/examples";
import type { Versions } from "../features/versions/actions";
import { workFrom } from "./work-from";

/** In the order of their tabs; the names stand in the URL fragment. */
export const VIEWS = ["coverage", "act", "compare", "year", "batch", "dispense"] as const;
export type View = (typeof VIEWS)[number];
export type Theme = "system" | "light" | "dark";
export const KINDS = ["catalog", "coverage", "year", "dispense"] as const;
export type Kind = (typeof KINDS)[number];

/** A document as text, exactly as it was loaded or typed, and where it came from. */
export interface LoadedText {
  text: string;
  source: string;
}

/** What the coverage in hand is compared with. A part that is null is the same as in hand, but not both. */
export interface OtherVersion {
  catalog: LoadedText | null;
  coverage: LoadedText | null;
  /** It comes before the one in hand, rather than after it. */
  isBefore: boolean;
}

/** Which of the two versions a document is for. */
export type Target = "hand" | "other";

/** What a person would not want to lose. */
export interface Work {
  catalog: LoadedText | null;
  coverage: LoadedText | null;
  draft: ActDraft;
  /** Établissements non conventionnés, one identification number a line. */
  nonConventioned: string;
  other: OtherVersion | null;
  /** The snapshot that a dispense is judged by. */
  dispense: LoadedText | null;
  /** The acts of the Year view. */
  year: LoadedText | null;
}

/** A sentence about what just happened, at the top of the page. */
export interface Notice {
  tone: "done" | "failed" | "busy" | "open";
  text: string;
  diagnostics?: Diagnostic[];
  /** The work before, when something was replaced. */
  undo?: Work;
  /** A document whose kind the person has to say. */
  question?: { loaded: LoadedText; target: Target };
  /** Large work from a link, which is opened when the person says so. */
  offer?: { work: Work; view: View };
}

export interface PasteDialog {
  text: string;
  kind: Kind | "auto";
  target: Target;
  failure: Notice | null;
}

export interface State {
  work: Work;
  view: View;
  theme: Theme;
  notice: Notice | null;
  dialog: "paste" | "share" | "versions" | null;
  paste: PasteDialog;
  shareLink: { state: "making" } | { state: "ready"; link: string; copied: boolean } | { state: "failed"; reason: string };
  /** What the panel of the stored versions shows; null until it is opened. */
  versions: Versions | null;
  /** The texts are read again when this is another, after a failure of the engine. */
  attempt: object;
  /** The file of acts, and what has become of it; null until there is one. */
  batch: Batch | null;
  /** Names of the open guarantees; null: as the view starts. */
  openGuarantees: ReadonlySet<string> | null;
  /** What else is unfolded, of parts that are drawn only then. */
  unfolded: ReadonlySet<string>;
  /** What is typed into the search boxes, by list. */
  searches: Readonly<Record<string, string>>;
  /** How many rows of a list are shown, where it is more than at first. */
  shown: Readonly<Record<string, number>>;
  /** The care type asked about in the Coverage view. */
  askedCareType: string | null;
  exampleActs: readonly ExampleAct[];
  coverageFocus: FocusRequest | null;
  dispenseFocus: FocusRequest | null;
  outcomeFocus: FocusRequest | null;
  /** The control with this id is asked to take the focus. */
  controlFocus: { id: string; request: FocusRequest } | null;
  /** The text editor is fetched when a view edits text; until then, and without it, a plain text area does. */
  editor: "none" | "loading" | "ready" | "failed";
  editorHistory: { canUndo: boolean; canRedo: boolean };
  /** The problems of this severity are listed; null: all. */
  listedSeverity: Severity | null;
  /** The last change, when it was a fix: the text it made, and which of the listed problems it was of. The next problem takes the focus. */
  lastFix: { text: string; index: number | null } | null;
  /** How many problems there are, as last said aloud. */
  problemsSaid: string;
  /** What came of the dispense, likewise. */
  dispenseSaid: string;
  /** The checks of this outcome are listed; null: all. */
  listedOutcome: CheckOutcome | null;
  /** The check that was asked for, by its position in the report. */
  askedCheck: { index: number } | null;
}

export const emptyWork: Work = { catalog: null, coverage: null, draft: emptyDraft, nonConventioned: "", other: null, dispense: null, year: null };

const TAB = "care-coverage:tab";
const LAST = "care-coverage:last";
const THEME = "care-coverage:theme";
const SAVE_AFTER_MS = 200;

let state: State = {
  work: storedWork(),
  view: "coverage",
  theme: storedTheme(),
  notice: null,
  dialog: null,
  paste: { text: "", kind: "auto", target: "hand", failure: null },
  shareLink: { state: "making" },
  versions: null,
  attempt: {},
  batch: null,
  openGuarantees: null,
  unfolded: new Set(),
  searches: {},
  shown: {},
  askedCareType: null,
  exampleActs: [],
  coverageFocus: null,
  dispenseFocus: null,
  outcomeFocus: null,
  controlFocus: null,
  editor: "none",
  editorHistory: { canUndo: false, canRedo: false },
  listedSeverity: null,
  lastFix: null,
  problemsSaid: "",
  dispenseSaid: "",
  listedOutcome: null,
  askedCheck: null,
};
let changed: (state: State) => void = () => {};
let saveFailed: (() => void) | null = null;
let saveTimer: ReturnType<typeof setTimeout> | undefined;
let unsaved = false;
let opened: Work | null = null;

export function getState(): State {
  return state;
}

export function update(change: Partial<State>): void {
  const before = state;
  state = { ...state, ...change };
  if (state.theme !== before.theme) {
    applyTheme(state.theme);
    store(() => localStorage, THEME, state.theme);
  }
  if (state.work !== before.work) {
    unsaved = true;
    clearTimeout(saveTimer);
    saveTimer = setTimeout(save, SAVE_AFTER_MS);
  }
  changed(state);
}

export function updateWork(change: Partial<Work>): void {
  update({ work: { ...state.work, ...change } });
}

/** Replaces work in hand and offers to take that back. */
export function replaceWork(work: Work, text: string, rest: Partial<State> = {}): void {
  update({ lastFix: null, ...rest, work, notice: { tone: "done", text, undo: state.work } });
}

/** Work from a link belongs to this tab alone until somebody changes it: looking at it does not replace the last saved work. */
export function openWork(work: Work, rest: Partial<State>): void {
  opened = work;
  update({ ...rest, work });
}

/** `onSaveFailure` is called, once, when the browser has no room for the work, or refuses to keep anything. */
export function subscribe(onChange: (state: State) => void, onSaveFailure: () => void): void {
  changed = onChange;
  saveFailed = onSaveFailure;
  addEventListener("pagehide", save);
}

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
}

export function storedTheme(): Theme {
  const theme = stored(() => localStorage, THEME);
  return theme === "light" || theme === "dark" ? theme : "system";
}

function save(): void {
  if (!unsaved) return;
  unsaved = false;
  const text = JSON.stringify(state.work);
  const keptHere = store(() => sessionStorage, TAB, text);
  const keptForNext = state.work === opened || store(() => localStorage, LAST, text);
  if (keptHere && keptForNext) return;
  saveFailed?.();
  saveFailed = null;
}

function storedWork(): Work {
  const text = stored(() => sessionStorage, TAB) ?? stored(() => localStorage, LAST);
  if (text === null) return emptyWork;
  try {
    return workFrom(JSON.parse(text)) ?? emptyWork;
  } catch {
    return emptyWork;
  }
}

// A browser may refuse storage altogether, even to look at it.
function stored(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function store(storage: () => Storage, key: string, text: string): boolean {
  try {
    storage().setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

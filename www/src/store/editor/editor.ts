/**
 * What an editor of a coverage holds: its texts, what the engine reads in them, what can be undone, and what is asked of its controls. A page
 * may have many, which know nothing of one another.
 *
 * Components get theirs by `useEditor`; what is computed for one is kept by `perEditor`; an action has it as its first argument.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { CareAct, CareTypeSynonyms, LoadedCatalog } from "../../engine/engine";
import type { Span } from "../../kit/json/tree";
import { TextDocument } from "../text-document";
import type { LastFix, Notice } from "../types";
import { createFocus, type Focus } from "./focus";
import { History } from "./history";
import { createLists, type Lists } from "./lists";
import { createMode, type CoverageMode, type Mode } from "./mode";
import { createReadings, type Read, type Readings } from "./readings";

/** What is around an editor, and what it asks of that. */
export interface Surroundings {
  /** Where acts are tried; null: nowhere. */
  acts: Acts | null;
  /** A card of the form, or a part of the text, is about to take the focus. */
  comeToFront: (place: Place) => void;
  /** Ctrl+S in the text of the coverage; null: it is downloaded. */
  save: (() => void) | null;
  /** Loads the page again, where a part of it could not be fetched; null: that part is asked for again, and no more. */
  reload: (() => void) | null;
  /** What tells its regions from those of others on the same page; empty: nothing has to. */
  label: ReadonlySignal<string>;
}

export type Place = { guarantee: number; mapping: number | null } | Span;

export interface Acts {
  /** Of a link that leads there. */
  address: string;
  tryAct: (act: CareAct) => void;
  /** The act that is there is of this care type from now on. */
  takeCareType: (catalog: LoadedCatalog, careType: string) => void;
}

interface Parts extends Read, Lists, Focus, Mode {
  attempt: Signal<object>;
  history: History;
  /** What just happened, or why it did not. */
  notice: Signal<Notice | null>;
  /** The last change of a text, when it was a fix. */
  lastFix: Signal<LastFix | null>;
  /** Another object whenever an answer of the engine may be another. */
  changes: ReadonlySignal<object>;
  surroundings: Surroundings;
}

export interface Editor extends Parts, Readings {
  say: (notice: Notice | null) => void;
  /** What is said of the changes of the batch that this is in, with the way to take them back. */
  sayStep: (text: string) => void;
}

/** An editor of parts that are there already. */
export function editorOf(parts: Parts): Editor {
  const say = (notice: Notice | null) => {
    parts.notice.value = notice;
  };
  return {
    ...parts,
    ...createReadings(parts),
    say,
    sayStep: (text) => say({ tone: "done", text, step: parts.history.announce(text) }),
  };
}

/** Another object whenever one of these texts is another, as it is typed or as it is read. */
export function changesOf(documents: readonly TextDocument[]): ReadonlySignal<object> {
  return computed(() => documents.map(({ loaded, read }) => [loaded.value, read.value]));
}

interface Alone {
  mode: CoverageMode;
  hasRoom: () => boolean;
  surroundings: Surroundings;
}

/** An editor of its own, whose history has begun. */
export function createEditor({ mode, hasRoom, surroundings }: Alone): Editor & { synonyms: Signal<readonly CareTypeSynonyms[]>; nonConventioned: Signal<readonly string[]> } {
  const documents = { catalog: new TextDocument(), coverage: new TextDocument(), acceptances: new TextDocument() };
  const lastFix = signal<LastFix | null>(null);
  const history = new History({
    now: computed(() => ({ coverage: documents.coverage.loaded.value, acceptances: documents.acceptances.loaded.value })),
    texts: ["coverage", "acceptances"],
    values: [],
    set: (changed) =>
      batch(() => {
        lastFix.value = null;
        for (const part of ["coverage", "acceptances"] as const) if (part in changed) documents[part].set(changed[part] as never);
      }),
  });
  const own = { synonyms: signal<readonly CareTypeSynonyms[]>([]), nonConventioned: signal<readonly string[]>([]) };
  const editor = editorOf({
    documents,
    ...own,
    attempt: signal({}),
    history,
    notice: signal<Notice | null>(null),
    lastFix,
    changes: changesOf(Object.values(documents)),
    surroundings,
    ...createLists(),
    ...createFocus(),
    ...createMode({ mode, keep: () => {} }, hasRoom),
  });
  history.record();
  return { ...editor, ...own };
}

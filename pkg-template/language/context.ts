// What the questions about a document are asked of.
import type * as main from "../care-coverage";
import type { Cursor } from "./cursor.ts";
import type { Mentions } from "./mentions.ts";
import type { Selections } from "./selections.ts";
import type { Speech } from "./speech.ts";
import type { Tree } from "./tree.ts";
import type { DocumentKind } from "./types.ts";

export interface Context {
  readonly tree: Tree;
  readonly kind: DocumentKind;
  readonly catalog: main.CareTypeCatalog;
  readonly codes: Codes;
  readonly mentions: Mentions;
  readonly selections: Selections;
  readonly speech: Speech;
  /** In English, as the engine says them. */
  found: () => readonly main.TextDiagnostic[];
  /** The same of another text of the same kind. */
  check: (text: string) => main.TextDiagnostic[];
}

/** A care type or a group. */
export interface Entry {
  readonly id: number;
  readonly short_code: string;
  readonly label: string | null;
}

/** The codes of a catalogue: in its order, and by what is typed. */
export interface Codes {
  readonly careTypes: readonly Entry[];
  readonly groups: readonly Entry[];
  readonly known: main.KnownValues;
}

export type { Cursor };

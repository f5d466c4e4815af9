/** What the panel of the stored versions shows. */
import { computed, signal } from "@preact/signals";
import type { Diagnostic } from "../../engine/engine";
import type { VersionId } from "../../engine/versions-store";
import type { FocusRequest } from "../../kit/focus";
import type { Mistake } from "../../kit/json/parse";
import { documents } from "../../store/work";
import type { VersionNote } from "./note";

export interface ReportLine {
  tone: "good" | "bad" | "info";
  words: string;
  diagnostics?: Diagnostic[];
}

/** What came of the last thing that was asked for. `text`: what the diagnostics' places are in. */
export interface Report {
  tone: "good" | "bad" | "warn";
  words: string;
  /** What else there is to say. */
  more?: string;
  diagnostics?: Diagnostic[];
  text?: string;
  lines?: ReportLine[];
}

/** The coverage in hand on its way to be the next version. */
export interface Publishing {
  name: string | null;
  version: number;
  /** The version before it, as it is stored; null where there is none. */
  before: { version: number; text: string } | null;
}

export interface Versions {
  /** Null until it is read. */
  list: readonly { name: string; latest_version: number }[] | null;
  /** Why nothing can be kept here, as the browser says it. */
  unavailable: string | null;
  /** The text in hand, where the version that it names is stored just so. */
  storedAlike: string | null;
  /** The version that is being published; null while the panel shows what is stored. */
  publishing: Publishing | null;
  /** What the versions that are listed say of themselves, by `idKey`. */
  notes: ReadonlyMap<string, VersionNote>;
  isBusy: boolean;
  report: Report | null;
  /** A panel that has just been read takes the focus. */
  begun: FocusRequest | null;
}

export const noVersions: Versions = { list: null, unavailable: null, storedAlike: null, publishing: null, notes: new Map(), isBusy: false, report: null, begun: null };

export type Hand =
  | { state: "none" }
  | { state: "broken"; mistake: Mistake }
  /** A name or a version that is none is null: what is wrong with it, the store says. */
  | { state: "ready"; name: string | null; version: number | null; json: string };

/** Name and version of the coverage in hand, as its text says them. */
export const hand = computed((): Hand => {
  const { text, typedJson } = documents.coverage;
  const json = typedJson.value;
  if (text.value.trim() === "") return { state: "none" };
  if (!json.ok) return { state: "broken", mistake: json.mistake };
  return { state: "ready", ...idOf(json.value), json: JSON.stringify(json.value) };
});

export function idOf(payload: unknown): { name: string | null; version: number | null } {
  const { name, version } = (payload ?? {}) as { name?: unknown; version?: unknown };
  return { name: typeof name === "string" && name.trim() !== "" ? name : null, version: Number.isSafeInteger(version) ? (version as number) : null };
}

export function latestOf({ list }: Versions, name: string | null): number {
  return list?.find((stored) => stored.name === name)?.latest_version ?? 0;
}

export function listKey(name: string): string {
  return `versions/${name}`;
}

export function idKey({ name, version }: VersionId): string {
  return `${version} ${name}`;
}

/** As it is typed for the next version. */
export const typedNote = signal("");

/** Null until the panel is opened. */
export const versions = signal<Versions | null>(null);

/**
 * What pays for the claims today, and under the draft? The coverage in hand, the one that is compared, or a stored version; each alone, or
 * as a base with the options that pay after it.
 */
import { computed, signal } from "@preact/signals";
import type { Basis, SimulatedSides } from "../../engine/amounts";
import { storedText, type VersionId, withStore } from "../../engine/versions-store";
import { compiled, otherCoverage } from "../../store/readings";
import { documents, nonConventioned, numbersIn, otherIsBefore } from "../../store/work";
import { loadedWords } from "../documents/words";
import { hand, latestOf, versions } from "../versions/model";
import { basis } from "./model";
import { costWords as c } from "./cost-words";

/** So many of each coverage can be chosen. */
const MOST_VERSIONS = 20;

export type Choice = "hand" | "other" | VersionId;

export interface Sides {
  /** At least one; options after their base. */
  current: readonly Choice[];
  /** Null: what pays today alone is computed. */
  draft: readonly Choice[] | null;
}

/** As a person has said; null until then. */
export const chosenSides = signal<Sides | null>(null);

/** The coverage in hand against the one that is compared, or where it has changed against its last stored version; else alone. */
const offered = computed((): Sides => {
  if (otherIsBefore.value !== null) return otherIsBefore.value ? { current: ["other"], draft: ["hand"] } : { current: ["hand"], draft: ["other"] };
  const [inHand, stored] = [hand.value, versions.value];
  const alone: Sides = { current: ["hand"], draft: null };
  if (inHand.state !== "ready" || inHand.name === null || stored === null) return alone;
  const version = latestOf(stored, inHand.name);
  const isStored = stored.storedAlike !== null && stored.storedAlike === documents.coverage.loaded.value?.text;
  return version === 0 || isStored ? alone : { current: [{ name: inHand.name, version }], draft: ["hand"] };
});

/** A coverage that is not compared any more is none to choose. */
export const sides = computed((): Sides => {
  const chosen = chosenSides.value;
  if (chosen === null) return offered.value;
  const there = (side: readonly Choice[]) => side.filter((choice) => choice !== "other" || otherIsBefore.value !== null);
  const [current, draft] = [there(chosen.current), chosen.draft && there(chosen.draft)];
  return { current: current.length > 0 ? current : ["hand"], draft: draft?.length === 0 ? null : draft };
});

export function isSameChoice(a: Choice, b: Choice): boolean {
  return typeof a === "object" && typeof b === "object" ? a.name === b.name && a.version === b.version : a === b;
}

/** Everything that can be chosen: what is in hand first, then the stored versions by name, the latest first. */
export const choices = computed((): readonly Choice[] => {
  const stored = (versions.value?.list ?? []).flatMap(({ name, latest_version: latest }) =>
    Array.from({ length: Math.min(latest, MOST_VERSIONS) }, (_, back) => ({ name, version: latest - back })),
  );
  return ["hand", ...(otherIsBefore.value === null ? [] : ["other" as const]), ...stored];
});

/** `CONFORT, version 3`; with where it is, where that is asked for. */
export function choiceName(choice: Choice, withPlace = false): string {
  const name = nameOf(choice);
  return withPlace ? c.sides.at(name, choice === "hand" ? "hand" : choice === "other" ? "other" : "stored") : name;
}

function nameOf(choice: Choice): string {
  if (typeof choice === "object") return loadedWords.version(choice.name, choice.version);
  const other = otherCoverage.value;
  const read = choice === "hand" ? compiled.value : other.state === "ready" ? other.value : compiled.value;
  return read === null ? c.sides.unnamed : loadedWords.version(read.payload.name, read.payload.version);
}

export function sideName(side: readonly Choice[]): string {
  return side.map((choice) => choiceName(choice)).join(" + ");
}

/** A version that is not stored any more. */
export class NoSuchVersion extends Error {
  constructor(readonly id: VersionId) {
    super(loadedWords.version(id.name, id.version));
  }
}

/** The texts of both sides; what is stored is read once more. */
export async function basesOf({ current, draft }: Sides): Promise<SimulatedSides> {
  return { current: await Promise.all(current.map(basisOf)), draft: draft && (await Promise.all(draft.map(basisOf))) };
}

async function basisOf(choice: Choice): Promise<Basis> {
  const inHand = basis.value;
  if (inHand === null) throw new Error("no coverage is in hand");
  if (choice === "hand") return inHand;
  if (typeof choice === "object") {
    const coverage = await withStore(null, (store) => storedText(store, choice)).catch(() => null);
    if (coverage === null) throw new NoSuchVersion(choice);
    return { ...inHand, coverage };
  }
  const { otherCatalog, otherCoverage: other } = documents;
  return {
    catalog: otherCatalog.loaded.value?.text ?? inHand.catalog,
    coverage: other.loaded.value?.text ?? inHand.coverage,
    nonConventioned: numbersIn(nonConventioned.value),
  };
}

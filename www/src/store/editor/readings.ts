/** What has the engine made of the texts of an editor? Asked again only where a text has changed, and what is replaced gives its memory back. */
import { computed, type ReadonlySignal, untracked } from "@preact/signals";
import { type Acceptance, type CareTypeSynonyms, LoadedCatalog, LoadedCoverage, type Reading, type TextDiagnostic } from "../../engine/engine";
import { EngineFailure } from "../../engine/failure";
import { translated } from "../../engine/words";
import { nextTask } from "../../kit/next-task";
import type { TextDocument } from "../text-document";

/** What is read, and what it is read with. */
export interface Read {
  documents: Record<"catalog" | "coverage" | "acceptances", TextDocument>;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: ReadonlySignal<readonly string[]>;
  /** Other words for care types and groups. */
  synonyms: ReadonlySignal<readonly CareTypeSynonyms[]>;
  /** All texts are read again when this is another, after a failure of the engine. */
  attempt: ReadonlySignal<object>;
}

export interface Readings {
  catalog: ReadonlySignal<Reading<LoadedCatalog>>;
  coverage: ReadonlySignal<Reading<LoadedCoverage>>;
  /** The coverage as it could last be read against this catalogue; what is shown while the text is being changed. */
  compiled: ReadonlySignal<LoadedCoverage | null>;
  /** Everything the engine finds in the text, in the language in use. Of one that is not JSON, what is wrong in the part that can be read. */
  problems: ReadonlySignal<readonly TextDiagnostic[]>;
  /** Findings of the coverage that are meant. A text that is no such document accepts nothing. */
  acceptances: ReadonlySignal<readonly Acceptance[]>;
}

interface Hand {
  coverage: Reading<LoadedCoverage>;
  compiled: LoadedCoverage | null;
  problems: readonly TextDiagnostic[];
}

const none = { state: "none" } as const;

/** Once nobody can be asking it any more: what is drawn now may have it in hand until it is drawn again. */
export function free(object: { free(): void } | null): void {
  if (object) setTimeout(() => object.free());
}

export function valueOf<T>(reading: Reading<T>): T | null {
  return reading.state === "ready" ? reading.value : null;
}

export function catalogOf(document: TextDocument, { attempt, nonConventioned, synonyms }: Omit<Read, "documents">): ReadonlySignal<Reading<LoadedCatalog>> {
  let last: LoadedCatalog | null = null;
  return computed(() => {
    attempt.value;
    const reading = document.isThere.value ? LoadedCatalog.read(document.json.value, nonConventioned.value, synonyms.value) : none;
    free(last);
    last = valueOf(reading);
    return reading;
  });
}

/** Without a catalogue, nothing but whether the text is JSON. */
export function readCoverage(catalog: Reading<LoadedCatalog>, document: TextDocument, before: LoadedCoverage | null): Reading<LoadedCoverage> {
  if (document.read.value.trim() === "") return none;
  const json = document.json.value;
  if (catalog.state === "ready") return LoadedCoverage.read(catalog.value, json, before);
  return json.ok ? none : { state: "broken", mistake: json.mistake };
}

type Found = readonly TextDiagnostic[] | EngineFailure;

/**
 * `early`: what the coverage as it was has found already. Without one, the coverage itself keeps what is found, so that nothing is analyzed
 * twice. Where the text stops being JSON, the reading of the coverage says already, and better.
 */
function problemsOf(catalog: LoadedCatalog, coverage: Reading<LoadedCoverage>, text: string, accept: readonly Acceptance[], early: Found | null): Found {
  if (coverage.state === "none" || coverage.state === "failed") return [];
  const found = early ?? (valueOf(coverage) ?? catalog).validate(text, accept);
  if (found instanceof EngineFailure) return found;
  return coverage.state === "broken" ? found.filter(({ code }) => code !== "invalid_json") : found;
}

export function createReadings(of: Read): Readings {
  const { documents, nonConventioned, attempt } = of;
  const catalog = catalogOf(documents.catalog, of);
  const acceptances = computed((): readonly Acceptance[] => {
    const { json } = documents.acceptances;
    const accept = json.value.ok ? (json.value.value as { accept?: unknown } | null)?.accept : null;
    return Array.isArray(accept) ? (accept as Acceptance[]) : [];
  });
  let kept: { coverage: LoadedCoverage; attempt: object } | null = null;

  /** The coverage as it was, if it is still one of the catalogue in hand. */
  function keptOf(now: Reading<LoadedCatalog>): LoadedCoverage | null {
    return kept !== null && kept.attempt === attempt.value && kept.coverage.catalog === valueOf(now) ? kept.coverage : null;
  }

  /** What is known of a long text before it is read. */
  let ahead: { text: string; catalog: LoadedCatalog; accept: readonly Acceptance[]; found: Found; read: Reading<LoadedCoverage> | null } | null = null;

  /** Its problems are found in a worker; the coverage is compiled and analyzed in a task each. Nothing is drawn before all of it is there. */
  documents.coverage.prepare = async (text) => {
    const { problemsOf } = await import("../../engine/long-texts");
    const now = catalog.peek();
    if (now.state !== "ready" || text.trim() === "") return;
    const accept = acceptances.peek();
    const basis = { catalog: documents.catalog.read.peek(), nonConventioned: nonConventioned.peek(), accept };
    const found = await problemsOf(basis, text);
    if (found === null || documents.coverage.text.peek() !== text || catalog.peek() !== now) return;
    free(ahead && ahead.read && valueOf(ahead.read));
    const known = (ahead = { text, catalog: now.value, accept, found, read: null as Reading<LoadedCoverage> | null });
    await nextTask();
    if (ahead !== known || documents.coverage.text.peek() !== text) return;
    known.read = LoadedCoverage.read(now.value, documents.coverage.typedJson.peek(), untracked(() => keptOf(now)));
    await nextTask();
    if (ahead === known) valueOf(known.read)?.analysis(accept);
  };

  /** What was found ahead for this text; whoever takes it owns the coverage. */
  function takeAhead(text: string, now: Reading<LoadedCatalog>, accept: readonly Acceptance[]): typeof ahead {
    const known = ahead;
    ahead = null;
    if (known?.text === text && known.catalog === valueOf(now) && known.accept === accept) return known;
    free(known?.read ? valueOf(known.read) : null);
    return null;
  }

  const hand = computed((): Hand => {
    const now = catalog.value;
    const before = keptOf(now);
    const text = documents.coverage.read.value;
    const accept = acceptances.value;
    const known = takeAhead(text, now, accept);
    // Before the coverage is compiled, so that it takes over what is found here.
    const early = known ? known.found : before && text.trim() !== "" ? before.validate(text, accept) : null;
    const read = early instanceof EngineFailure ? ({ state: "failed", code: early.code } as const) : (known?.read ?? readCoverage(now, documents.coverage, before));
    const problems = now.state === "ready" ? problemsOf(now.value, read, text, accept, early) : [];
    // A coverage whose problems are not known is not shown as one that has none.
    const coverage: Reading<LoadedCoverage> = problems instanceof EngineFailure ? { state: "failed", code: problems.code } : read;
    if (coverage !== read) free(valueOf(read));
    const compiled = valueOf(coverage) ?? (coverage.state === "none" ? null : before);
    if (kept && kept.coverage !== compiled) free(kept.coverage);
    kept = compiled && { coverage: compiled, attempt: attempt.value };
    return { coverage, compiled, problems: problems instanceof EngineFailure ? [] : problems };
  });

  return {
    catalog,
    coverage: computed(() => hand.value.coverage),
    compiled: computed(() => hand.value.compiled),
    problems: computed(() => hand.value.problems.map(translated)),
    acceptances,
  };
}

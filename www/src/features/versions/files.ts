/**
 * Versions as files: what is exported, and what comes of a file that is imported?
 *
 *     { "name": "basic", "version": 1, "guarantees": [] }          // one version: the payload as it is
 *     { "format": "care-coverage-versions", "versions": [ … ] }    // many: their payloads, by name and version
 */
import type { CoveragePayload, Diagnostic, LoadedCatalog } from "../../engine/engine";
import { diagnosticsOf, storedJson, storedText, type VersionId, type VersionStore, withStore } from "../../engine/versions-store";
import { download } from "../../kit/download";
import { parseJson } from "../../kit/json/parse";
import { documents } from "../../store/work";
import { mistakeWords } from "../common/words";
import { noticeWords } from "../documents/words";
import { act, failureReport, ownCatalog } from "./actions";
import { hand, idOf, type Report, type ReportLine } from "./model";
import { versionWords as v } from "./words";

const FORMAT = "care-coverage-versions";

export function exportVersion(id: VersionId): Promise<void> {
  return act(async () => {
    const file = `${fileName(id.name)}-${id.version}.json`;
    downloadJson(file, await withStore(null, (store) => storedText(store, id)));
    return { tone: "good", words: v.exported(1, file) };
  });
}

/** Every version of one coverage, or of all. */
export function exportAll(name: string | null): Promise<void> {
  return act(async () => {
    const versions = await withStore(null, async (store) => {
      const payloads: CoveragePayload[] = [];
      for (const stored of await store.listCoverages()) {
        if (name !== null && stored.name !== name) continue;
        for (let version = 1; version <= stored.latest_version; version++) payloads.push(await store.getCoveragePayload(stored.name, version));
      }
      return payloads;
    });
    const file = name === null ? "coverage-versions.json" : `${fileName(name)}-versions.json`;
    downloadJson(file, `${JSON.stringify({ format: FORMAT, versions }, null, 2)}\n`);
    return { tone: "good", words: v.exported(versions.length, file) };
  });
}

/** The coverage in hand, as it is typed. */
export function exportHand(): void {
  const inHand = hand.value;
  const { name, version } = inHand.state === "ready" ? inHand : { name: null, version: null };
  const file = name === null ? "coverage.json" : `${fileName(name)}${version === null ? "" : `-${version}`}.json`;
  downloadJson(file, documents.coverage.loaded.value?.text ?? "");
}

function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}._-]+/gu, "_").replace(/^\.+/, "").slice(0, 80) || "coverage";
}

function downloadJson(file: string, text: string): void {
  download(file, new Blob([text], { type: "application/json" }));
}

export function importFiles(files: readonly File[]): Promise<void> {
  return act(async () => {
    const payloads: unknown[] = [];
    for (const file of files) {
      const text = await file.text().catch(() => null);
      const parsed = text === null ? null : parseJson(text.replace(/^\uFEFF/, ""));
      if (parsed === null) return { tone: "bad", words: noticeWords.fileFailed(file.name) };
      if (!parsed.ok) return { tone: "bad", words: v.brokenFile(file.name, mistakeWords(parsed.mistake)) };
      const found = payloadsIn(parsed.value);
      if (found === null) return { tone: "bad", words: v.noVersions(file.name) };
      payloads.push(...found);
    }
    const catalog = ownCatalog();
    try {
      return await importPayloads(payloads, catalog?.state === "ready" ? catalog.value : null);
    } finally {
      if (catalog?.state === "ready") catalog.value.free();
    }
  });
}

/** What of a file may be versions; null where it is a file of something else. */
function payloadsIn(json: unknown): unknown[] | null {
  if (typeof json !== "object" || json === null) return null;
  const { format, versions } = json as { format?: unknown; versions?: unknown };
  if (format === FORMAT && Array.isArray(versions)) return versions;
  return "guarantees" in json ? [json] : null;
}

/** What came of the versions of one coverage: either all of them are there now, or none is new. */
interface Imported {
  name: string;
  stored: number[];
  alike: number;
  problems: ReportLine[];
  leftOut: number;
}

async function importPayloads(payloads: readonly unknown[], catalog: LoadedCatalog | null): Promise<Report> {
  const nameless: ReportLine[] = [];
  const byName = new Map<string, unknown[]>();
  payloads.forEach((payload, index) => {
    const { name } = idOf(payload);
    if (name === null) nameless.push({ tone: "bad", words: v.nameless(index + 1) });
    else byName.set(name, [...(byName.get(name) ?? []), payload]);
  });
  const imported: Imported[] = [];
  // Each coverage by a store of its own: what one has staged is no concern of the others.
  for (const [name, versions] of byName) {
    const failed = (error: unknown): Imported => {
      return { name, stored: [], alike: 0, problems: [{ tone: "bad", words: v.importFailed(name, failureReport(error).more ?? "") }], leftOut: versions.length };
    };
    imported.push(await withStore(catalog, (store) => importCoverage(store, name, versions)).catch(failed));
  }
  const stored = imported.reduce((sum, { stored }) => sum + stored.length, 0);
  const alike = imported.reduce((sum, coverage) => sum + coverage.alike, 0);
  const failed = imported.filter(({ problems }) => problems.length > 0).length;
  const words = v.imported(stored, imported.filter(({ stored }) => stored.length > 0).length, alike, failed + nameless.length);
  const lines = [...imported.flatMap(linesOf), ...nameless];
  const unchecked: ReportLine[] = stored > 0 && catalog === null ? [{ tone: "info", words: v.unchecked }] : [];
  return { tone: failed + nameless.length > 0 ? "warn" : "good", words, lines: [...lines, ...unchecked] };
}

function linesOf({ name, stored, problems, leftOut }: Imported): ReportLine[] {
  const [first, last] = [stored[0], stored.at(-1)];
  return [
    ...(first !== undefined && last !== undefined ? [{ tone: "good" as const, words: v.importedOf(name, first, last) }] : []),
    ...problems,
    ...(leftOut > 0 ? [{ tone: "info" as const, words: v.leftOut(name, leftOut) }] : []),
  ];
}

async function importCoverage(store: VersionStore, name: string, payloads: readonly unknown[]): Promise<Imported> {
  const problems: ReportLine[] = [];
  const staged: number[] = [];
  let alike = 0;
  let leftOut = 0;
  const numberOf = (payload: unknown) => idOf(payload).version ?? Infinity;
  for (const payload of [...payloads].sort((a, b) => numberOf(a) - numberOf(b) || 0)) {
    const { version } = idOf(payload);
    const there = version === null ? null : await storedJson(store, { name, version });
    if (there !== null && there === JSON.stringify(payload)) alike += 1;
    else if (there !== null) problems.push({ tone: "bad", words: v.importConflict(name, version!) });
    else {
      const diagnostics = await stage(store, payload);
      if (diagnostics === null) staged.push(version!);
      // Of a version that was refused, those after it lack the one before them.
      else if (problems.length > 0 && diagnostics.every(({ code }) => code === "version_not_next" || code === "version_not_one")) leftOut += 1;
      else problems.push({ tone: "bad", words: v.importRefused(name, version), diagnostics });
    }
  }
  if (problems.length === 0 && staged.length > 0) {
    const conflict = await store.commit().then(() => null, (error: unknown) => errorsOf(error));
    if (conflict) problems.push({ tone: "bad", words: v.importRefused(name, staged[0]!), diagnostics: conflict });
  }
  const isDone = problems.length === 0;
  return { name, stored: isDone ? staged : [], alike, problems, leftOut: isDone ? 0 : leftOut + staged.length };
}

async function stage(store: VersionStore, payload: unknown): Promise<Diagnostic[] | null> {
  return store.createOrUpdateCoverage(payload as CoveragePayload, { commit: false }).then(() => null, errorsOf);
}

function errorsOf(error: unknown): Diagnostic[] {
  const diagnostics = diagnosticsOf(error);
  if (diagnostics === null) throw error;
  return diagnostics;
}

// What the package's declarations allow beyond the contract.
import { CareTypeCatalog, CoverageError, checkCoverageVersion, knownValues, readCoveragePayload, validateCatalog, validateCatalogText } from "care-coverage";
import type {
  Diagnostic,
  AnyDiagnostic,
  CareTypeEntry, CareTypeGroupEntry, CareTypeLists, CareTypeSynonyms, CatalogHit, CompileResult, Coverage, CoveragePayload, CoverageStore, CoverageVersion,
  InternalCareType, TextDiagnostic, ValidateOptions,
} from "care-coverage";
import { createD1Store } from "care-coverage/stores/d1";
import type { D1Binding } from "care-coverage/stores/d1";
import { openIndexedDbStore } from "care-coverage/stores/indexeddb";
import { createMemoryStore } from "care-coverage/stores/memory";
import { openSqliteStore } from "care-coverage/stores/sqlite";
import type { SqliteDatabase } from "care-coverage/stores/sqlite";

const options: ValidateOptions = { ignore: new Set(["overlap"]) };
const { practitioners, glassesLensComplexities, naturesDeSoins, treatmentModes } = knownValues();
const all: string[] = [...practitioners, ...glassesLensComplexities, ...naturesDeSoins, ...treatmentModes];
const own = new CoverageError([
  { code: "freed", severity: "error", message: "mine", variant: "call", params: {}, pointer: "", related: [], fix: null, fix_title: null },
]);

/** Asked again after an edit. */
export const edited = (coverage: Coverage, payload: CoveragePayload): Coverage => coverage.withPayload(payload);

export const added = { ignored: options.ignore, known: all.length, code: own.code };

/** Every kind of store is one, and the same calls work in front of all. */
export const stores = async (catalog: CareTypeCatalog, database: D1Binding, open: SqliteDatabase): Promise<CoverageStore[]> => {
  const [indexed, file] = [await openIndexedDbStore("coverages", { catalog }), await openSqliteStore("coverages.db")];
  await Promise.all([indexed.close(), file.close()]);
  return [createMemoryStore({ catalog, memory: new Map() }), createD1Store(database), indexed, file, await openSqliteStore(open)];
};

const anything: unknown = JSON.parse('{ "name": "basic", "version": 2, "guarantees": [] }');
export const next: CoverageVersion = checkCoverageVersion(readCoveragePayload(anything), 1);

// ── look-ups, search, and what is returned instead of thrown ──

const lists: CareTypeLists = { care_type_groups: [{ id: 1, short_code: "DENTAL" }], internal_care_types: [{ id: 1, short_code: "CROWN", care_type_group_ids: [1] }] };
const synonyms = [{ language: "fr", synonyms: [{ terms: ["couronne"], care_types: ["CROWN"] }] }] as const satisfies readonly object[];
const documents: CareTypeSynonyms[] = [{ synonyms: [{ terms: ["dent"], care_type_groups: ["DENTAL"] }] }];
const looked = new CareTypeCatalog(lists, { synonyms: [...synonyms, ...documents] });
const entry: CareTypeEntry | null = looked.careType("CROWN");
const copy: InternalCareType | null = entry && { ...entry, care_type_group_ids: [...entry.care_type_group_ids], applicable_facts: entry.applicable_facts && [...entry.applicable_facts] };
const groups: readonly CareTypeGroupEntry[] = looked.groupsOf("CROWN") ?? [];
const members: readonly string[] = (looked.membersOf("DENTAL") ?? []).map(({ short_code }) => short_code);
const hits: CatalogHit[] = looked.search("couronne", { kind: "care_type", limit: 3 });
const matched: "code" | "label" | "group" | "synonym" | undefined = hits[0]?.matched;
const problems: string[] = [...validateCatalog(lists), ...looked.validateGuarantee({}, { ignore: ["missing_field"] })].map(({ pointer }) => pointer);
const lines: number[] = validateCatalogText("{}").map((diagnostic: TextDiagnostic) => diagnostic.range.line);
const tried: CompileResult = looked.tryCompile({ name: "A", version: 1, guarantees: [] });
const name: string = tried.coverage === null ? "" : tried.coverage.name;
const { coverage: ofText, diagnostics: ofLines } = looked.tryCompileText("{");
const columns: number[] = ofLines.map(({ range }) => range.column);
export const found = {
  label: looked.group("DENTAL")?.label, copy, groups, members, matched, problems, lines, name, columns, isNull: ofText === null,
  practitioners: looked.knownValues().practitioners, part: looked.validateCoverage({}, { within: "/name" }),
};

/** The code says which values a diagnostic names, and its variant, too. */
export function shown(diagnostics: readonly Diagnostic[]): string[] {
  return (diagnostics as readonly AnyDiagnostic[]).map((diagnostic) => {
    if (diagnostic.code === "unknown_care_type") return diagnostic.params.nearest ?? diagnostic.params.value;
    if (diagnostic.code === "gap" && diagnostic.variant === "more") return `${diagnostic.params.act.care_type} ${diagnostic.params.more.toFixed()}`;
    if (diagnostic.code === "missing_field" && diagnostic.variant === "") return diagnostic.params.field;
    return diagnostic.message;
  });
}

import type { CareTypeLists, CareTypeMappings, CoverageCareTypeSelector, InternalCareType, SelectorExplanation } from "./care-types";
import type { Headings, ResolvedHeadings } from "./claims";
import type { Coverage } from "./coverage";
import type { CoveragePayload } from "./coverage-payload";
import type { Diagnostic, TextDiagnostic, ValidateOptions } from "./diagnostics";
import type { KnownValues } from "./facts";
import type { AsJson, DeepReadonly } from "./json";
import type { CareTypeEntry, CareTypeGroupEntry, CareTypeSynonyms, CatalogHit, CompileResult, CompileTextResult, SearchOptions } from "./look-ups";

// ───────────────────────────── the catalogue ─────────────────────────────

/** How a catalogue reads what the documents leave open. */
export interface CareTypeCatalogOptions {
  /** Which terms of a selector win. Default "exclude_wins". */
  selectorPrecedence?: "exclude_wins" | "types_over_groups" | undefined;
  /** The teeth that count as visible. Default "through_second_premolar" (20 teeth); or FDI numbers, exactly these. */
  visibleTeeth?: "through_second_premolar" | "through_first_premolar" | number[] | undefined;
  /** Identification numbers of établissements non conventionnés. Given, an act's `establishment` says whether it is
   *  conventionné: true unless listed. */
  nonConventionedEstablishments?: string[] | Set<string> | undefined;
  /** Values that validation accepts in addition to the built-in ones. */
  knownValues?: Partial<KnownValues> | undefined;
  /** Other words for care types and groups, by which `search` finds them. */
  synonyms?: AsJson<CareTypeSynonyms[]> | undefined;
}

/** Which JSON Schema. */
export interface JsonSchemaOptions {
  /** "07" for tools that do not know the later draft, such as Monaco and react-jsonschema-form. Default "2020-12". */
  draft?: "2020-12" | "07" | undefined;
}

/** A JSON Schema. */
export type JsonSchema = { [keyword: string]: unknown };

/** The care types and groups of an insurer: the look-up tables, built once. */
export class CareTypeCatalog {
  /** Throws a `CoverageError` with every problem found: those of the data, then those of the options. */
  constructor(data: AsJson<CareTypeMappings> | AsJson<CareTypeLists>, options?: DeepReadonly<CareTypeCatalogOptions>);
  readonly careTypeCount: number;
  readonly careTypeGroupCount: number;
  /** Warnings about the catalogue (a group without members, a value that occurs twice in a list). */
  readonly diagnostics: Diagnostic[];
  /** A copy at each call; `label` and `applicable_facts` are always there, null where not given. The three records have no prototype:
   *  of a name such as "constructor" there is nothing, unless a code is called so. */
  getCareTypeMappings(): CareTypeMappings;
  /** The same, for `JSON.stringify`; the options are not in it. */
  toJSON(): CareTypeMappings;
  /** The care type with this short code, compared as written; null where there is none. */
  careType(code: string): CareTypeEntry | null;
  /** The group with this short code; null where there is none. */
  group(code: string): CareTypeGroupEntry | null;
  /** The care types of the group with this short code, ascending by theirs; null where there is no such group. */
  membersOf(group: string): readonly CareTypeEntry[] | null;
  /** The groups of the care type with this short code, ascending by theirs; null where there is no such care type. */
  groupsOf(careType: string): readonly CareTypeGroupEntry[] | null;
  /** The care types and groups that are found by what a person types, best first: by codes, labels, groups and the option `synonyms`,
   *  without regard to case and accents, by words, by their beginnings, and with a wrong letter. Of an empty text, none. The order is
   *  in docs/coverage.md, and is the same everywhere.
   *
   *      catalog.search("prothese dent", { kind: "care_type", limit: 10 }); */
  search(text: string, options?: SearchOptions): CatalogHit[];
  /** The values that validation knows under this catalogue: those of the function `knownValues` in their order, then those of the
   *  option, ascending. */
  knownValues(): KnownValues;
  /** The JSON Schema of a coverage payload with the codes and labels of this catalogue and the values that it knows: for the completion
   *  of an editor, or a form. It refuses some of what `validateCoverage` refuses, and nothing that it takes. */
  jsonSchema(options?: JsonSchemaOptions): JsonSchema;
  /** The care types a selector computes to, ascending by short code. Unknown short codes throw, with the nearest code. */
  getCareTypesFromSelector(selector: AsJson<CoverageCareTypeSelector>): InternalCareType[];
  /** Every care type that the selector touches: selected or not, and by which term. */
  explainSelector(selector: AsJson<CoverageCareTypeSelector>): SelectorExplanation;
  /** The heading of each care type. Throws for headings that cannot be used, and for codes that this catalogue lacks. */
  headings(headings: AsJson<Headings>): ResolvedHeadings;
  /** All diagnostics of a payload of any shape whatsoever, sorted by pointer (segment by segment, indices as numbers), then
   *  code, then the first related pointer. Never throws for a bad payload, only for options that are wrong. */
  validateCoverage(payload: unknown, options?: ValidateOptions): Diagnostic[];
  /** The same for a JSON text (RFC 8259; a byte order mark is skipped): syntax errors become diagnostics, after which only
   *  completely read values are judged, and every diagnostic has a `range`. Bytes are UTF-8; of those that are not, the diagnostic
   *  "invalid_json" says where. */
  validateCoverageText(text: string | Uint8Array, options?: ValidateOptions): TextDiagnostic[];
  /** All diagnostics of one guarantee of any shape whatsoever, for a form that has no more; pointers are those of the guarantee.
   *  What lies between guarantees is not judged: no overlap, no repeated name, no gap. Of a guarantee of a whole coverage,
   *  `validateCoverage` with `within` says those, too. Throws only for options that are wrong. */
  validateGuarantee(guarantee: unknown, options?: Omit<ValidateOptions, "within">): Diagnostic[];
  /** Throws a `CoverageError` with all problems that leave the meaning undefined (✗ in docs/codes.md). Everything else is
   *  compiled as written, so that an unfinished coverage can be tried: a reversed age range never holds, two guarantees
   *  that match one act give "ambiguous". */
  compileCoverage(payload: AsJson<CoveragePayload>): Coverage;
  /** The same without throwing for a payload, however bad: the coverage, or null where `compileCoverage` would throw; and in both cases
   *  what `validateCoverage` says of the payload without `analysis`. Throws only what is not about the payload ("freed", "stale",
   *  "out_of_memory", "internal").
   *
   *      const { coverage, diagnostics } = catalog.tryCompile(anything);
   *      if (coverage === null) return show(diagnostics); */
  tryCompile(payload: unknown): CompileResult;
  /** The same of a JSON text, a string or UTF-8. A text with a syntax error, or with a key that occurs twice, has no coverage. */
  tryCompileText(text: string | Uint8Array): CompileTextResult;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

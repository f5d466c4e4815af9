import type { CareTypeLists, CareTypeMappings, CoverageCareTypeSelector, InternalCareType, SelectorExplanation } from "./care-types";
import type { Coverage } from "./coverage";
import type { CoveragePayload } from "./coverage-payload";
import type { Diagnostic, TextDiagnostic, ValidateOptions } from "./diagnostics";
import type { KnownValues } from "./facts";
import type { AsJson, DeepReadonly } from "./json";

// ───────────────────────────── the catalogue ─────────────────────────────

/** How a catalogue reads what the documents leave open. */
export interface CareTypeCatalogOptions {
  /** Which terms of a selector win. Default "exclude_wins". */
  selectorPrecedence?: "exclude_wins" | "types_over_groups";
  /** The teeth that count as visible. Default "through_second_premolar" (20 teeth); or FDI numbers, exactly these. */
  visibleTeeth?: "through_second_premolar" | "through_first_premolar" | number[];
  /** Identification numbers of établissements non conventionnés. Given, an act's `establishment` says whether it is
   *  conventionné: true unless listed. */
  nonConventionedEstablishments?: string[] | Set<string>;
  /** Values that validation accepts in addition to the built-in ones. */
  knownValues?: Partial<KnownValues>;
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
  /** `label` and `applicable_facts` are always there, null where not given. */
  getCareTypeMappings(): CareTypeMappings;
  /** The same, for `JSON.stringify`; the options are not in it. */
  toJSON(): CareTypeMappings;
  /** The JSON Schema of a coverage payload with the codes and labels of this catalogue and the values that it knows: for the completion
   *  of an editor, or a form. It refuses some of what `validateCoverage` refuses, and nothing that it takes. */
  jsonSchema(options?: JsonSchemaOptions): JsonSchema;
  /** The care types a selector computes to, ascending by short code. Unknown short codes throw, with the nearest code. */
  getCareTypesFromSelector(selector: AsJson<CoverageCareTypeSelector>): InternalCareType[];
  /** Every care type that the selector touches: selected or not, and by which term. */
  explainSelector(selector: AsJson<CoverageCareTypeSelector>): SelectorExplanation;
  /** All diagnostics of a payload of any shape whatsoever, sorted by pointer (segment by segment, indices as numbers), then
   *  code, then the first related pointer. Never throws for a bad payload, only for options that are wrong. */
  validateCoverage(payload: unknown, options?: ValidateOptions): Diagnostic[];
  /** The same for a JSON text (RFC 8259; a byte order mark is skipped): syntax errors become diagnostics, after which only
   *  completely read values are judged, and every diagnostic has a `range`. Bytes are UTF-8; of those that are not, the diagnostic
   *  "invalid_json" says where. */
  validateCoverageText(text: string | Uint8Array, options?: ValidateOptions): TextDiagnostic[];
  /** Throws a `CoverageError` with all problems that leave the meaning undefined (✗ in docs/codes.md). Everything else is
   *  compiled as written, so that an unfinished coverage can be tried: a reversed age range never holds, two guarantees
   *  that match one act give "ambiguous". */
  compileCoverage(payload: AsJson<CoveragePayload>): Coverage;
  /** Gives the memory back. Without it, garbage collection does so some time later. */
  free(): void;
  [Symbol.dispose](): void;
}

// The catalogue, as src/wasm/catalog.rs has it.
import * as core from "#glue";
import { Handle, ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { isRefusal } from "../error.ts";
import { jsonSchemaOf } from "../json-schema.ts";
import { behind, findable } from "../itself.ts";
import { LookUps } from "../look-ups/look-ups.ts";
import { asRecord } from "../records.ts";
import { Coverage } from "./coverage.ts";
import { disposable } from "./disposable.ts";
import { readJsonText } from "./functions.ts";
import { diagnosticsOf, draftOf, refuseWithin } from "./guarantee.ts";
import { printed } from "./printed.ts";
import { stringOf, textOf } from "./text.ts";

const WITHOUT_ANALYSIS = { analysis: false };

/** The core's part of a catalogue, and its entries by code, which are made when they are first asked. */
class CatalogHandle extends Handle<core.CareTypeCatalog> {
  #lookUps: LookUps | undefined;

  mappings(): api.CareTypeMappings {
    const mappings: api.CareTypeMappings = this.ask((catalog) => catalog.getCareTypeMappings());
    asRecord(mappings.internal_care_type_by_short_code);
    asRecord(mappings.care_type_group_by_short_code);
    asRecord(mappings.care_type_group_to_internal_care_types);
    return mappings;
  }

  /** An object that was freed, or is stale, answers nothing. */
  lookUps(): LookUps {
    if (this.#lookUps === undefined) return (this.#lookUps = new LookUps(this.mappings(), this.ask((catalog) => catalog.synonyms()) ?? []));
    this.hold();
    this.release();
    return this.#lookUps;
  }

  override free(): void {
    this.#lookUps = undefined;
    super.free();
  }
}

/** The core's part of a catalogue; also where a proxy of it is given. */
let handleOf: (catalog: CareTypeCatalog) => CatalogHandle;

export class CareTypeCatalog {
  static {
    const own = (object: object) => (#handle in object ? object.#handle : undefined);
    handleOf = (catalog) => (typeof catalog === "object" && catalog !== null && #handle in catalog ? catalog.#handle : behind(catalog, own, "CareTypeCatalog"));
  }

  readonly #handle: CatalogHandle;

  constructor(data: api.AsJson<api.CareTypeMappings> | api.AsJson<api.CareTypeLists>, options?: api.DeepReadonly<api.CareTypeCatalogOptions>) {
    this.#handle = new CatalogHandle(ask(() => new core.CareTypeCatalog(data, options)), "CareTypeCatalog");
    findable(this);
  }

  get careTypeCount(): number {
    return handleOf(this).ask((catalog) => catalog.careTypeCount);
  }

  get careTypeGroupCount(): number {
    return handleOf(this).ask((catalog) => catalog.careTypeGroupCount);
  }

  get diagnostics(): api.Diagnostic[] {
    return handleOf(this).ask((catalog) => catalog.diagnostics);
  }

  getCareTypeMappings(): api.CareTypeMappings {
    return handleOf(this).mappings();
  }

  toJSON(): api.CareTypeMappings {
    return handleOf(this).mappings();
  }

  careType(code: string): api.CareTypeEntry | null {
    return handleOf(this).lookUps().careTypes.get(stringOf(code)) ?? null;
  }

  group(code: string): api.CareTypeGroupEntry | null {
    return handleOf(this).lookUps().groups.get(stringOf(code)) ?? null;
  }

  membersOf(group: string): readonly api.CareTypeEntry[] | null {
    return handleOf(this).lookUps().membersOf.get(stringOf(group)) ?? null;
  }

  groupsOf(careType: string): readonly api.CareTypeGroupEntry[] | null {
    return handleOf(this).lookUps().groupsOf.get(stringOf(careType)) ?? null;
  }

  search(text: string, options?: api.SearchOptions): api.CatalogHit[] {
    const lookUps = handleOf(this).lookUps();
    const asked = stringOf(text, "text: ");
    const { kind, limit = 20 }: api.SearchOptions = options === undefined ? {} : ask(() => core.searchOptions(options));
    return lookUps.search({ text: asked, kind: kind ?? null, limit });
  }

  knownValues(): api.KnownValues {
    return handleOf(this).ask((catalog) => catalog.knownValues());
  }

  jsonSchema(options?: api.JsonSchemaOptions): api.JsonSchema {
    return jsonSchemaOf(options, () => {
      const { internal_care_type_by_short_code, care_type_group_by_short_code } = this.getCareTypeMappings();
      const values: api.KnownValues = handleOf(this).ask((catalog) => catalog.knownValues());
      return { careTypes: Object.values(internal_care_type_by_short_code), groups: Object.values(care_type_group_by_short_code), values };
    });
  }

  getCareTypesFromSelector(selector: api.AsJson<api.CoverageCareTypeSelector>): api.InternalCareType[] {
    return handleOf(this).ask((catalog) => catalog.getCareTypesFromSelector(selector));
  }

  explainSelector(selector: api.AsJson<api.CoverageCareTypeSelector>): api.SelectorExplanation {
    return handleOf(this).ask((catalog) => catalog.explainSelector(selector));
  }

  headings(headings: api.AsJson<api.Headings>): api.ResolvedHeadings {
    return handleOf(this).ask((catalog) => catalog.headings(headings));
  }

  validateCoverage(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return handleOf(this).ask((catalog) => catalog.validateCoverage(payload, options));
  }

  validateCoverageText(text: string | Uint8Array, options?: api.ValidateOptions): api.TextDiagnostic[] {
    return handleOf(this).ask((catalog) => catalog.validateCoverageText(textOf(text), options));
  }

  validateGuarantee(guarantee: unknown, options?: Omit<api.ValidateOptions, "within">): api.Diagnostic[] {
    const diagnostics = this.validateCoverage(draftOf(guarantee), options);
    refuseWithin(options);
    return diagnosticsOf(diagnostics);
  }

  compileCoverage(payload: api.AsJson<api.CoveragePayload>): Coverage {
    return new Coverage(handleOf(this).ask((catalog) => catalog.compileCoverage(payload)));
  }

  // DECISION: what is returned with a coverage is what is said of it without analysis, which may take long. Case:
  // try_compile/without-analysis
  tryCompile(payload: unknown): api.CompileResult {
    const diagnostics = this.validateCoverage(payload, WITHOUT_ANALYSIS);
    return compiled(this, () => payload, diagnostics);
  }

  tryCompileText(text: string | Uint8Array): api.CompileTextResult {
    const diagnostics = this.validateCoverageText(text, WITHOUT_ANALYSIS);
    return compiled(this, () => readJsonText(text), diagnostics);
  }

  free(): void {
    handleOf(this).free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(CareTypeCatalog);
printed(CareTypeCatalog, "CareTypeCatalog", ({ careTypeCount, careTypeGroupCount }) => ({ careTypeCount, careTypeGroupCount }));

function compiled<D extends api.Diagnostic>(catalog: CareTypeCatalog, payload: () => unknown, diagnostics: D[]): api.CompileResult<D> {
  try {
    return { coverage: catalog.compileCoverage(payload() as api.CoveragePayload), diagnostics };
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    // A value that is another one each time it is read may have been good the first time.
    return { coverage: null, diagnostics: diagnostics.length > 0 ? diagnostics : (thrown.diagnostics as D[]) };
  }
}

// The catalogue, as src/wasm/catalog.rs has it.
import * as core from "#glue";
import { Handle, ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { jsonSchemaOf } from "../json-schema.ts";
import { behind, findable } from "../itself.ts";
import { Coverage } from "./coverage.ts";
import { disposable } from "./disposable.ts";
import { printed } from "./printed.ts";
import { textOf } from "./text.ts";

/** The core's part of a catalogue; also where a proxy of it is given. */
let handleOf: (catalog: CareTypeCatalog) => Handle<core.CareTypeCatalog>;

export class CareTypeCatalog {
  static {
    const own = (object: object) => (#handle in object ? object.#handle : undefined);
    handleOf = (catalog) => (typeof catalog === "object" && catalog !== null && #handle in catalog ? catalog.#handle : behind(catalog, own, "CareTypeCatalog"));
  }

  readonly #handle: Handle<core.CareTypeCatalog>;

  constructor(data: api.AsJson<api.CareTypeMappings> | api.AsJson<api.CareTypeLists>, options?: api.DeepReadonly<api.CareTypeCatalogOptions>) {
    this.#handle = new Handle(ask(() => new core.CareTypeCatalog(data, options)), "CareTypeCatalog");
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
    return handleOf(this).ask((catalog) => catalog.getCareTypeMappings());
  }

  toJSON(): api.CareTypeMappings {
    return handleOf(this).ask((catalog) => catalog.getCareTypeMappings());
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

  validateCoverage(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return handleOf(this).ask((catalog) => catalog.validateCoverage(payload, options));
  }

  validateCoverageText(text: string | Uint8Array, options?: api.ValidateOptions): api.TextDiagnostic[] {
    return handleOf(this).ask((catalog) => catalog.validateCoverageText(textOf(text), options));
  }

  compileCoverage(payload: api.AsJson<api.CoveragePayload>): Coverage {
    return new Coverage(handleOf(this).ask((catalog) => catalog.compileCoverage(payload)));
  }

  free(): void {
    handleOf(this).free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(CareTypeCatalog);
printed(CareTypeCatalog, "CareTypeCatalog", ({ careTypeCount, careTypeGroupCount }) => ({ careTypeCount, careTypeGroupCount }));

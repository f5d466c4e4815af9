// The catalogue, as src/wasm/catalog.rs has it.
import * as core from "#glue";
import { Handle, ask } from "../ask.ts";
import type * as api from "../care-coverage";
import { jsonSchemaOf } from "../json-schema.ts";
import { Coverage } from "./coverage.ts";
import { disposable } from "./disposable.ts";
import { textOf } from "./text.ts";

export class CareTypeCatalog {
  #handle: Handle<core.CareTypeCatalog>;

  constructor(data: api.AsJson<api.CareTypeMappings> | api.AsJson<api.CareTypeLists>, options?: api.DeepReadonly<api.CareTypeCatalogOptions>) {
    this.#handle = new Handle(ask(() => new core.CareTypeCatalog(data, options)), "CareTypeCatalog");
  }

  get careTypeCount(): number {
    return this.#handle.ask((catalog) => catalog.careTypeCount);
  }

  get careTypeGroupCount(): number {
    return this.#handle.ask((catalog) => catalog.careTypeGroupCount);
  }

  get diagnostics(): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.diagnostics);
  }

  getCareTypeMappings(): api.CareTypeMappings {
    return this.#handle.ask((catalog) => catalog.getCareTypeMappings());
  }

  jsonSchema(options?: api.JsonSchemaOptions): api.JsonSchema {
    return jsonSchemaOf(options, () => {
      const { internal_care_type_by_short_code, care_type_group_by_short_code } = this.getCareTypeMappings();
      const values: api.KnownValues = this.#handle.ask((catalog) => catalog.knownValues());
      return { careTypes: Object.values(internal_care_type_by_short_code), groups: Object.values(care_type_group_by_short_code), values };
    });
  }

  getCareTypesFromSelector(selector: api.AsJson<api.CoverageCareTypeSelector>): api.InternalCareType[] {
    return this.#handle.ask((catalog) => catalog.getCareTypesFromSelector(selector));
  }

  explainSelector(selector: api.AsJson<api.CoverageCareTypeSelector>): api.SelectorExplanation {
    return this.#handle.ask((catalog) => catalog.explainSelector(selector));
  }

  validateCoverage(payload: unknown, options?: api.ValidateOptions): api.Diagnostic[] {
    return this.#handle.ask((catalog) => catalog.validateCoverage(payload, options));
  }

  validateCoverageText(text: string | Uint8Array, options?: api.ValidateOptions): api.TextDiagnostic[] {
    return this.#handle.ask((catalog) => catalog.validateCoverageText(textOf(text), options));
  }

  compileCoverage(payload: api.AsJson<api.CoveragePayload>): Coverage {
    return new Coverage(this.#handle.ask((catalog) => catalog.compileCoverage(payload)));
  }

  free(): void {
    this.#handle.free();
  }

  declare [Symbol.dispose]: () => void;
}

disposable(CareTypeCatalog);

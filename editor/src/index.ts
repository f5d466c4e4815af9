/** Defines the elements, where there is a page to define them for. */
import { CareTypePickerElement } from "./care-type-picker";
import { CoverageEditorElement } from "./coverage-editor";
import { CoverageFindingsElement } from "./coverage-findings";
import { CoverageRuleFieldElement } from "./coverage-rule-field";

export { CareTypePickerElement, CoverageEditorElement, CoverageFindingsElement, CoverageRuleFieldElement };

const ELEMENTS = {
  "coverage-editor": CoverageEditorElement,
  "coverage-findings": CoverageFindingsElement,
  "coverage-rule-field": CoverageRuleFieldElement,
  "care-type-picker": CareTypePickerElement,
};

// Another copy of the package may have been first.
for (const [name, element] of Object.entries(ELEMENTS)) if (globalThis.customElements && !customElements.get(name)) customElements.define(name, element);

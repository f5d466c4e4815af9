/** Defines the elements, where there is a page to define them for. */
import * as table from "./benefit-table";
import * as act from "./care-act-form";
import * as picker from "./care-type-picker";
import * as editor from "./coverage-editor";
import * as findings from "./coverage-findings";
import * as rule from "./coverage-rule-field";

/** The class that the page has by this name: of another copy of the package, where that was first. */
function defined<C extends CustomElementConstructor>(name: string, element: C): C {
  // Where there is no page.
  if (!globalThis.customElements) return element;
  const first = customElements.get(name);
  if (!first) customElements.define(name, element);
  return (first ?? element) as C;
}

export const CoverageEditorElement = defined("coverage-editor", editor.CoverageEditorElement);
export const CoverageFindingsElement = defined("coverage-findings", findings.CoverageFindingsElement);
export const CoverageRuleFieldElement = defined("coverage-rule-field", rule.CoverageRuleFieldElement);
export const CareTypePickerElement = defined("care-type-picker", picker.CareTypePickerElement);
export const BenefitTableElement = defined("benefit-table", table.BenefitTableElement);
export const CareActFormElement = defined("care-act-form", act.CareActFormElement);

/** The elements in JSX: `import "care-coverage-editor/react"` is the package with these types. */
import type { AsJson, CoverageGuarantee, CoveragePayload } from "care-coverage";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type {
  ActEdit, BenefitTableElement, CareActFormElement, CareTypePickerElement, CoverageEdit, CoverageEditorElement, CoverageFindingsElement, CoveragePlace, CoverageRuleFieldElement, PickedCareTypes, PricedAct, RuleEdit,
} from "./index.js";

export * from "./index.js";

/** Properties that an element has, and events by the names that they have; React sets and listens. */
type Props<E extends HTMLElement, P extends keyof E, D> = Omit<DetailedHTMLProps<HTMLAttributes<E>, E>, P | "onInput" | "onChange"> &
  Partial<Pick<E, P>> & {
    oninput?: (event: CustomEvent<D>) => void;
    onchange?: (event: CustomEvent<D>) => void;
  };

type InForm = "name" | "label" | "disabled" | "required";
type OfText = InForm | "value" | "catalog" | "synonyms" | "nonConventionedEstablishments" | "accept";
type OfTable = OfText | "headings" | "examples" | "compared" | "date";
type Payload = { payload?: AsJson<CoveragePayload> | null };
type Theme = { theme?: "dark" | "system" };

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "coverage-editor": Props<CoverageEditorElement, OfTable, CoverageEdit> & Payload & Theme & { mode?: "form" | "text" | "split" | "table" };
      "benefit-table": Props<BenefitTableElement, OfTable, CoverageEdit> & Payload & Theme;
      "coverage-findings": Props<CoverageFindingsElement, OfText, CoverageEdit> & Payload & Theme & { onshow?: (event: CustomEvent<CoveragePlace>) => void };
      "coverage-rule-field": Props<CoverageRuleFieldElement, OfText | "guarantee", RuleEdit> & Theme & { rule?: AsJson<CoverageGuarantee["coverage_rule"]> | null };
      "care-act-form": Props<CareActFormElement, InForm | "value" | "catalog" | "coverage" | "synonyms" | "nonConventionedEstablishments", ActEdit> & Theme & { payload?: AsJson<PricedAct> | null };
      "care-type-picker": Props<CareTypePickerElement, InForm | "value" | "catalog" | "synonyms", { value: PickedCareTypes }> & Theme & { kinds?: "both" | "types" | "groups" };
    }
  }
}

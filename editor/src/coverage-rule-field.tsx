/** `<coverage-rule-field>`: how much a guarantee pays, as a form of its rule. */
import type { CoverageGuarantee } from "../../www/src/engine/engine";
import { useEditor } from "../../www/src/features/common/editor";
import { guaranteeItems } from "../../www/src/features/coverage/guarantee-list";
import { partOf } from "../../www/src/features/rule/model";
import { RuleSection } from "../../www/src/features/rule/section";
import { spanAt } from "../../www/src/kit/json/tree";
import { isObject } from "../../www/src/kit/json/values";
import { DocumentElement, type Edited } from "./document-element";
import { Frame } from "./frame";

const NONE = { care_type_groups: [], internal_care_types: [] };

/** The rule is one of a coverage with one guarantee. */
export class CoverageRuleFieldElement extends DocumentElement {
  static override observedAttributes = [...DocumentElement.observedAttributes, "guarantee"];

  protected readonly root = "/guarantees/0/coverage_rule";

  constructor() {
    super();
    this.catalog = NONE;
  }

  /** The rule; null where there is none, or its text is not JSON. */
  get rule(): CoverageGuarantee["coverage_rule"] | null {
    return this.valueInText() as CoverageGuarantee["coverage_rule"] | null;
  }
  set rule(rule: CoverageGuarantee["coverage_rule"] | null) {
    this.giveValue(rule);
  }

  /** The name of the guarantee, after which the counters of limits are named. */
  get guarantee(): string {
    return this.getAttribute("guarantee") || "RULE";
  }
  set guarantee(name: string) {
    this.setAttribute("guarantee", name);
  }

  override attributeChangedCallback(name: string): void {
    if (name === "guarantee" && this.value !== "") this.value = this.value;
    super.attributeChangedCallback(name);
  }

  protected override inward(text: string): string {
    if (text === "") return "";
    const name = JSON.stringify(this.guarantee);
    this.editor.isUnfolded(partOf(this.guarantee)).value = true;
    return `{ "name": ${name}, "version": 1, "guarantees": [{ "name": ${name}, "care_type_mappings": [], "coverage_rule": ${text.trim()} }] }`;
  }

  protected override outward(text: string): string {
    if (text === "") return "";
    const span = spanAt(this.editor.documents.coverage.treeFor(text).root, this.root);
    return span ? text.slice(span.start, span.end) : "";
  }

  protected override valueInText(): unknown {
    const whole = super.valueInText() as { guarantees?: CoverageGuarantee[] } | null;
    return whole?.guarantees?.[0]?.coverage_rule ?? null;
  }

  protected override edited(): Edited & { rule: unknown } {
    const edited = super.edited();
    return { ...edited, rule: edited.payload };
  }

  protected draw() {
    return (
      <Frame editor={this.editor} isDisabled={this.isDisabled}>
        <Rule />
      </Frame>
    );
  }
}

function Rule() {
  const [item] = guaranteeItems(useEditor()).value ?? [];
  return item && isObject(item.value) ? <RuleSection guarantee={item.value as unknown as CoverageGuarantee} index={0} /> : null;
}

/** An element that may show its coverage as a benefit table: what it is given for that. */
import type { CoveragePayload, Headings } from "../../www/src/engine/engine";
import type { BenefitExample } from "../../www/src/engine/table";
import { DocumentElement } from "./document-element";
import { GivenForTable } from "./element-table";

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export abstract class TabledElement extends DocumentElement {
  static override observedAttributes = [...DocumentElement.observedAttributes, "date"];

  protected readonly root = "";
  protected readonly table = new GivenForTable();

  /** Under which heading each care type is. */
  get headings(): Headings | null {
    return this.table.headings.peek();
  }
  set headings(headings: Headings | null) {
    this.table.headings.value = headings ?? null;
  }

  /** Acts of which the table says in euros what is paid. */
  get examples(): readonly BenefitExample[] {
    return this.table.examples.peek();
  }
  set examples(examples: readonly BenefitExample[]) {
    this.table.examples.value = examples ?? [];
  }

  /** Other coverages of the catalogue, each with a column of its own. */
  get compared(): readonly CoveragePayload[] {
    return this.table.compared.peek();
  }
  set compared(payloads: readonly CoveragePayload[]) {
    this.table.compared.value = payloads ?? [];
  }

  /** The day whose PMSS counts, as ISO date; empty: today. */
  get date(): string {
    return this.table.date.peek() ?? "";
  }
  set date(date: string) {
    this.table.date.value = DATE.test(date) ? date : null;
  }

  override attributeChangedCallback(name: string): void {
    if (name === "date") this.date = this.getAttribute("date") ?? "";
    super.attributeChangedCallback(name);
  }
}

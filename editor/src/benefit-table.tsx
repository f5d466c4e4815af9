/** `<benefit-table>`: a coverage as its readers see it, in whose cells one types. */
import { ElementTable } from "./element-table";
import { Frame } from "./frame";
import { TabledElement } from "./tabled-element";

export class BenefitTableElement extends TabledElement {
  protected draw() {
    return (
      <Frame editor={this.editor} isDisabled={this.isDisabled}>
        <ElementTable given={this.table} />
      </Frame>
    );
  }
}

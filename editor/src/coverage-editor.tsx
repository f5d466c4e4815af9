/** `<coverage-editor>`: a coverage as a form, as its text, both next to one another, or as its benefit table. */
import { CoverageEditor } from "../../www/src/features/coverage/editor";
import { showCard, showSpan } from "../../www/src/features/coverage/actions";
import type { CoverageMode } from "../../www/src/store/editor/mode";
import { ElementTable } from "./element-table";
import { Frame } from "./frame";
import { TabledElement } from "./tabled-element";

const MODES: Record<string, CoverageMode> = { form: "form", text: "text", split: "both", table: "table" };

export class CoverageEditorElement extends TabledElement {
  static override observedAttributes = [...TabledElement.observedAttributes, "mode"];

  override attributeChangedCallback(name: string): void {
    if (name === "mode") this.editor.chooseMode(MODES[this.getAttribute("mode") ?? ""] ?? "form");
    super.attributeChangedCallback(name);
  }

  /** Unfolds a guarantee, or gives the focus to one of its mappings. */
  showGuarantee(guarantee: number, mapping: number | null = null): void {
    showCard(this.editor, guarantee, mapping);
  }

  /** Selects a part of the text, by offsets in UTF-16. */
  showText(start: number, end: number): void {
    showSpan(this.editor, { start, end });
  }

  protected draw() {
    return (
      <Frame editor={this.editor} isDisabled={this.isDisabled}>
        <CoverageEditor table={<ElementTable given={this.table} />} />
      </Frame>
    );
  }
}

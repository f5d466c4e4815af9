/** `<coverage-editor>`: a coverage as a form, as its text, or both next to one another. */
import { CoverageEditor } from "../../www/src/features/coverage/editor";
import { showCard, showSpan } from "../../www/src/features/coverage/actions";
import type { CoverageMode } from "../../www/src/store/editor/mode";
import { DocumentElement } from "./document-element";
import { Frame } from "./frame";

const MODES: Record<string, CoverageMode> = { form: "form", text: "text", split: "both" };

export class CoverageEditorElement extends DocumentElement {
  static override observedAttributes = [...DocumentElement.observedAttributes, "mode"];

  protected readonly root = "";

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
        <CoverageEditor />
      </Frame>
    );
  }
}

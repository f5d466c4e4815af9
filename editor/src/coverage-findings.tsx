/** `<coverage-findings>`: what there is to decide about a coverage, with the edits that would settle it. */
import { FailureCard } from "../../www/src/features/common/failure";
import { useEditor } from "../../www/src/features/common/editor";
import { Worklist } from "../../www/src/features/findings/worklist";
import type { Place } from "../../www/src/store/editor/editor";
import { DocumentElement } from "./document-element";
import { Frame } from "./frame";

export class CoverageFindingsElement extends DocumentElement {
  protected readonly root = "";

  /** Where a person wants to go: an editor next to it may show it. */
  protected override comeToFront(place: Place): void {
    this.dispatchEvent(new CustomEvent("show", { bubbles: true, composed: true, detail: place }));
  }

  protected draw() {
    return (
      <Frame editor={this.editor} isDisabled={this.isDisabled}>
        <Findings />
      </Frame>
    );
  }
}

function Findings() {
  const { coverage, compiled } = useEditor();
  const reading = coverage.value;
  return reading.state === "failed" ? <FailureCard code={reading.code} /> : <Worklist coverage={compiled.value} />;
}

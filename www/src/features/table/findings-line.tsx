/** What there is to decide about the coverage, in a line that leads to it. */
import { Status } from "../../kit/status";
import { regionName, useEditor } from "../common/editor";
import { acceptedEntries } from "../findings/acceptances";
import { openGaps, toDecide } from "../findings/model";
import { tableWords } from "./words";

export function FindingsLine() {
  const editor = useEditor();
  const { state } = editor.coverage.value;
  if (state === "none" || state === "failed") return null;
  const { findings: w } = tableWords;
  const [decide, meant, accepted] = [toDecide(editor).value.length, openGaps(editor).value.length, acceptedEntries(editor).value.length];
  return (
    <section class="card tabled-findings no-print" aria-label={regionName(editor, w.title)}>
      <Status tone={decide > 0 ? "decide" : "good"} word={decide > 0 ? w.decide(decide) : w.none} />
      {meant > 0 && <Status tone="gap" word={w.meant(meant)} />}
      {accepted > 0 && <Status tone="accepted" word={w.accepted(accepted)} />}
      <a href="#coverage">{w.see}</a>
    </section>
  );
}

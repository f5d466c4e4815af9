/** What of the file is shown: what it would have cost, or each row on its own? */
import { showPart } from "./actions";
import { part } from "./cost-model";
import { costWords as c } from "./cost-words";
import { actsFile } from "./model";

export function PartsSwitch() {
  if (actsFile.value?.isNational) return null;
  return (
    <fieldset class="groups-choice no-print">
      <legend class="term">{c.parts.label}</legend>
      <div class="chips">
        {(["costs", "rows"] as const).map((name) => (
          <button type="button" class="chip" aria-pressed={part.value === name} onClick={() => showPart(name)}>
            {c.parts[name]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What of the file is shown: what it would have cost, or each row on its own? */
import { showPart } from "./actions";
import { part } from "./cost-model";
import { costWords as c } from "./cost-words";

export function PartsSwitch() {
  return (
    <div class="chips parts no-print" role="group" aria-label={c.parts.label}>
      {(["costs", "rows"] as const).map((name) => (
        <button type="button" class="chip" aria-pressed={part.value === name} onClick={() => showPart(name)}>
          {c.parts[name]}
        </button>
      ))}
    </div>
  );
}

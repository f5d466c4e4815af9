/** Usual rules as buttons, to begin with or in place of what there is, and how the last one is written. */
import type { CoverageGuarantee } from "../../engine/engine";
import { takePreset } from "./actions";
import { isNone } from "./edits";
import { lastPreset, rootOf } from "./model";
import type { ComponentPreset } from "./presets";
import { presetWords as w } from "./words";

export function Presets({ guarantee, index, rule }: { guarantee: CoverageGuarantee; index: number; rule: unknown }) {
  const root = rootOf(index);
  const last = lastPreset.value?.root === root ? lastPreset.value.preset : null;
  const label = `${root}/presets`;
  return (
    <div class="presets">
      <div class="bar" role="group" aria-labelledby={label}>
        <span id={label} class="hint">
          {isNone(rule) ? w.begin : w.replace}
        </span>
        {(Object.keys(w.rules) as ComponentPreset[]).map((preset) => (
          <button type="button" onClick={() => takePreset(guarantee, index, rule, preset)}>
            {w.rules[preset]}
          </button>
        ))}
      </div>
      <p class="hint note" aria-live="polite">
        {last && w.written[last]}
      </p>
    </div>
  );
}

/** Usual rules as buttons, to begin with or in place of what there is, and how the last one is written. */
import type { CoverageGuarantee } from "../../engine/engine";
import { Menu } from "../../kit/menu";
import { useEditor } from "../common/editor";
import { takePreset } from "./actions";
import { isNone } from "./edits";
import { lastPreset, rootOf } from "./model";
import type { RulePreset } from "./presets";
import { presetWords as w } from "./words";

export function Presets({ guarantee, index, rule }: { guarantee: CoverageGuarantee; index: number; rule: unknown }) {
  const editor = useEditor();
  const root = rootOf(index);
  const taken = lastPreset(editor).value;
  const last = taken?.root === root ? taken.preset : null;
  const label = `${root}/presets`;
  const buttons = (words: Partial<Record<RulePreset, string>>) =>
    Object.entries(words).map(([preset, said]) => (
      <button type="button" onClick={() => takePreset(editor, guarantee, index, rule, preset as RulePreset)}>
        {said}
      </button>
    ));
  return (
    <div class="presets">
      <div class="bar" role="group" aria-labelledby={label}>
        <span id={label} class="hint">
          {isNone(rule) ? w.begin : w.replace}
        </span>
        {buttons(w.rules)}
        <Menu id={`${label}/grid`} label={w.grid}>
          {() => buttons(w.grids)}
        </Menu>
      </div>
      <p class="hint note" aria-live="polite">
        {last && w.written[last]}
      </p>
    </div>
  );
}

/** The coverage itself: its name, its version, and how it is shown. */
import { takesFocus } from "../../kit/focus";
import { isObject } from "../../kit/json/values";
import { COVERAGE_MODES } from "../../store/editor/mode";
import { useEditor } from "../common/editor";
import { IntegerField } from "../common/fields";
import { ProblemsAt } from "../findings/at";
import { beginCoverage, edit } from "./actions";
import { coverageValue } from "./guarantee-list";
import { COVERAGE_NAME } from "./model";
import { isWrong } from "./problems-here";
import { textOf, wholeNumber } from "./values";
import { formWords } from "./words";

export function Modes({ hasTable = false }: { hasTable?: boolean }) {
  const editor = useEditor();
  const now = editor.mode.value;
  const modes = hasTable ? ([...COVERAGE_MODES, "table"] as const) : COVERAGE_MODES;
  return (
    <div class="modes" part="modes" role="group" aria-label={formWords.modes.label}>
      {modes.map((mode) => (
        <button type="button" aria-pressed={mode === now} onClick={() => editor.chooseMode(mode)}>
          {formWords.modes[mode]}
        </button>
      ))}
    </div>
  );
}

export function CoverageFields() {
  const editor = useEditor();
  const value = coverageValue(editor).value;
  if (!isObject(value)) return null;
  const { name, version } = value;
  return (
    <div class="coverage-fields">
      <div class="field">
        <label for={COVERAGE_NAME}>{formWords.name}</label>
        <input
          id={COVERAGE_NAME}
          class="guarantee-name"
          autocomplete="off"
          spellcheck={false}
          value={textOf(name)}
          aria-invalid={isWrong(editor, "/name") ? "true" : undefined}
          ref={takesFocus(editor.focusOf(COVERAGE_NAME))}
          onFocus={(event) => editor.focusOf(COVERAGE_NAME) && event.currentTarget.select()}
          onInput={(event) => edit(editor, [{ op: "add", path: "/name", value: event.currentTarget.value }])}
        />
        <ProblemsAt pointer="/name" />
      </div>
      <div>
        <IntegerField
          id="coverage-version"
          label={formWords.version}
          value={textOf(version)}
          isWrong={isWrong(editor, "/version")}
          focus={editor.focusOf("coverage-version")}
          oncommit={(version) => edit(editor, [{ op: "add", path: "/version", value: wholeNumber(version) }])}
        />
        <ProblemsAt pointer="/version" />
      </div>
    </div>
  );
}

/** Where there is no list of guarantees yet. */
export function Begin() {
  const editor = useEditor();
  const value = coverageValue(editor).value;
  const canBegin = value === undefined || (isObject(value) && !("guarantees" in value));
  if (!canBegin) return <p class="empty">{formWords.otherShape}</p>;
  return (
    <div class="card">
      <p>{formWords.beginHint}</p>
      <p>
        <button type="button" class="primary" onClick={() => beginCoverage(editor)}>
          {formWords.begin}
        </button>
      </p>
    </div>
  );
}

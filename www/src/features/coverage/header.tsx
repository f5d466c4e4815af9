/** The coverage itself: its name, its version, and how it is shown. */
import { takesFocus } from "../../kit/focus";
import { chooseMode, COVERAGE_MODES, coverageMode } from "../../store/coverage-mode";
import { focusOf } from "../../store/page";
import { ProblemsAt } from "../findings/at";
import { beginCoverage, edit } from "./actions";
import { coverageValue } from "./guarantee-list";
import { isObject } from "./json";
import { COVERAGE_NAME } from "./model";
import { isWrong } from "./problems-here";
import { WholeField } from "./whole-field";
import { formWords } from "./words";

export function Modes() {
  const now = coverageMode.value;
  return (
    <div class="modes" role="group" aria-label={formWords.modes.label}>
      {COVERAGE_MODES.map((mode) => (
        <button type="button" aria-pressed={mode === now} onClick={() => chooseMode(mode)}>
          {formWords.modes[mode]}
        </button>
      ))}
    </div>
  );
}

export function CoverageFields() {
  const value = coverageValue.value;
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
          value={name === undefined || name === null ? "" : String(name)}
          aria-invalid={isWrong("/name") ? "true" : undefined}
          ref={takesFocus(focusOf(COVERAGE_NAME))}
          onFocus={(event) => focusOf(COVERAGE_NAME) && event.currentTarget.select()}
          onInput={(event) => edit([{ op: "add", path: "/name", value: event.currentTarget.value }])}
        />
        <ProblemsAt pointer="/name" />
      </div>
      <div class="field">
        <label for="coverage-version">{formWords.version}</label>
        <WholeField
          id="coverage-version"
          label={formWords.version}
          value={version}
          pointer="/version"
          least={1}
          onvalue={(version) => version !== null && edit([{ op: "add", path: "/version", value: version }])}
        />
        <ProblemsAt pointer="/version" />
      </div>
    </div>
  );
}

/** Where there is no list of guarantees yet. */
export function Begin() {
  const value = coverageValue.value;
  const canBegin = value === undefined || (isObject(value) && !("guarantees" in value));
  if (!canBegin) return <p class="empty">{formWords.otherShape}</p>;
  return (
    <div class="card">
      <p>{formWords.beginHint}</p>
      <p>
        <button type="button" class="primary" onClick={beginCoverage}>
          {formWords.begin}
        </button>
      </p>
    </div>
  );
}

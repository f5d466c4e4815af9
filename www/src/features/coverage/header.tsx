/** The coverage itself: its name, its version, and how it is shown. */
import { takesFocus } from "../../kit/focus";
import { isObject } from "../../kit/json/values";
import { chooseMode, COVERAGE_MODES, coverageMode } from "../../store/coverage-mode";
import { focusOf } from "../../store/page";
import { IntegerField } from "../common/fields";
import { ProblemsAt } from "../findings/at";
import { beginCoverage, edit } from "./actions";
import { coverageValue } from "./guarantee-list";
import { COVERAGE_NAME } from "./model";
import { isWrong } from "./problems-here";
import { textOf, wholeNumber } from "./values";
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
          value={textOf(name)}
          aria-invalid={isWrong("/name") ? "true" : undefined}
          ref={takesFocus(focusOf(COVERAGE_NAME))}
          onFocus={(event) => focusOf(COVERAGE_NAME) && event.currentTarget.select()}
          onInput={(event) => edit([{ op: "add", path: "/name", value: event.currentTarget.value }])}
        />
        <ProblemsAt pointer="/name" />
      </div>
      <div>
        <IntegerField
          id="coverage-version"
          label={formWords.version}
          value={textOf(version)}
          isWrong={isWrong("/version")}
          focus={focusOf("coverage-version")}
          oncommit={(version) => edit([{ op: "add", path: "/version", value: wholeNumber(version) }])}
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
